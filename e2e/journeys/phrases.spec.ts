import { aComment, aWord } from "@/lib/testing/factories";
import { expect, test } from "../support/fixtures";
import { hydrated } from "../support/steps";
import { aQuestion, sampleMember } from "../support/things";

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : ", without JavaScript";

  test(`a moderator tries a phrase, watches for it, and stops${how}`, async ({ enter }) => {
    const word = aWord();
    const thread = await aQuestion({ title: `About ${word} and me` });
    await aComment({ thread, body: `I bought ${word}, too.` });
    const page = await enter(await sampleMember("moderator"), { javaScriptEnabled });
    await page.goto("/staff/queue");
    await page.getByRole("link", { name: "Phrases" }).click();
    await page.getByLabel("Try a phrase first").fill(word);
    await page.getByRole("button", { name: "Show what it would have caught" }).click();
    await expect(page.getByRole("status")).toContainText("1 thread and 1 comment.");
    await expect(page.getByRole("link", { name: thread.title })).toHaveCount(2);
    const watched = page.getByRole("region", { name: "What is watched for" }).getByText(word, { exact: true });
    await expect(watched).toHaveCount(0);
    if (javaScriptEnabled) await hydrated(page);
    await page.getByLabel("Show a note first").check();
    await page.getByRole("button", { name: "Watch for it" }).click();
    await expect(page.getByText("Please write the note that the author reads.")).toBeVisible();
    await page.getByLabel("The note for its author").fill("Is it your own?");
    await page.getByRole("button", { name: "Watch for it" }).click();
    await expect(watched).toBeVisible();
    await page.getByRole("button", { name: `Stop watching for ${word}` }).click();
    await expect(watched).toHaveCount(0);
    await page.goto("/staff/log");
    await expect(page.getByText("phrase retired").first()).toBeVisible();
  });

  test(`a moderator allows a host and removes it${how}`, async ({ enter }) => {
    const host = `${aWord()}.example.org`;
    const page = await enter(await sampleMember("moderator"), { javaScriptEnabled });
    await page.goto("/staff/phrases");
    if (javaScriptEnabled) await hydrated(page);
    await page.getByLabel("Another host").fill(`https://www.${host}/a`);
    await page.getByRole("button", { name: "Add it" }).click();
    await expect(page.getByText(host, { exact: true })).toBeVisible();
    await page.getByRole("button", { name: `Remove ${host}` }).click();
    await expect(page.getByText(host, { exact: true })).toHaveCount(0);
    await expect(page.getByText("doi.org", { exact: true })).toBeVisible();
  });
}

test("a phrase that is none is complained about, and nothing is tried", async ({ enter }) => {
  const page = await enter(await sampleMember("moderator"));
  await page.goto("/staff/phrases?try=%2A%2A");
  await expect(page.getByText("A phrase has at least one letter or digit.")).toBeVisible();
  await expect(page.getByLabel("Try a phrase first")).toHaveValue("**");
  await expect(page.getByRole("button", { name: "Watch for it" })).toHaveCount(0);
});

test("phrases are there for moderators only", async ({ enter, tolerate }) => {
  tolerate(/status of 404/);
  const page = await enter(await sampleMember("editor"));
  expect((await page.goto("/staff/phrases"))?.status()).toBe(404);
});
