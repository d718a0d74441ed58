import { aComment, aMember } from "@/lib/testing/factories";
import { expect, test } from "../support/fixtures";
import { comment, decide, expectNothingHere, openCase, report } from "../support/steps";
import { aQuestion } from "../support/things";

test.use({ javaScriptEnabled: false });

test("a reaction is counted, replaced and taken back", async ({ enter }) => {
  const thread = await aQuestion();
  await aComment({ thread });
  const page = await enter(await aMember());
  await page.goto(`/posts/${thread.id}/${thread.slug}`);
  const button = (name: string) => comment(page, 1).getByRole("button", { name });
  await button("Thank you").click();
  await expect(button("Thank you")).toHaveText("Thank you1");
  await expect(comment(page, 1)).toBeInViewport();
  await button("Hug").click();
  await expect(button("Hug")).toHaveText("Hug1");
  await expect(button("Thank you")).toHaveText("Thank you");
  await button("Hug").click();
  await expect(button("Hug")).toHaveText("Hug");
});

test("a member follows and stops following", async ({ enter }) => {
  const thread = await aQuestion();
  const page = await enter(await aMember());
  await page.goto(`/posts/${thread.id}/${thread.slug}`);
  await page.getByRole("button", { name: /^Follow / }).click();
  await expect(page.getByRole("button", { name: /^Following/ })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: thread.title })).toBeVisible();
  await page.goto("/me");
  await page.getByRole("link", { name: thread.title }).click();
  await page.getByRole("button", { name: /^Following/ }).click();
  await expect(page.getByRole("button", { name: /^Follow / })).toBeVisible();
});

test("a report leads to a decision, a statement and back", async ({ page, enter, tolerate }) => {
  tolerate(/status of 404/);
  const author = await aMember();
  const thread = await aQuestion({ author });
  const address = `/posts/${thread.id}/${thread.slug}`;
  const reporting = await enter(await aMember());
  await reporting.goto(address);
  await report(reporting, reporting.getByRole("link", { name: "Report", exact: true }), "Unsafe advice");
  const deciding = await enter(await aMember({ role: "moderator" }));
  await openCase(deciding, { thread: thread.id });
  const why = "Please do not tell people to stop a medicine.";
  await decide(deciding, { kind: "Hide it", rule: "Keep each other safe", reason: why });
  expect((await page.goto(address))?.status()).toBe(404);
  const reading = await enter(author);
  await reading.goto("/me/statements");
  await reading.getByRole("link", { name: thread.title }).click();
  await expect(reading.getByText(why)).toBeVisible();
  await decide(deciding, { kind: "Restore it", reason: "The author has explained what was meant." });
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1, name: thread.title })).toBeVisible();
});

test("a decision without a reason comes back with what was chosen", async ({ enter }) => {
  const thread = await aQuestion();
  const reporting = await enter(await aMember());
  await reporting.goto(`/posts/${thread.id}/${thread.slug}`);
  await report(reporting, reporting.getByRole("link", { name: "Report", exact: true }), "Spam");
  const page = await enter(await aMember({ role: "moderator" }));
  await openCase(page, { thread: thread.id });
  await page.getByLabel("Hide it").check();
  await page.getByLabel("Why").fill("Because");
  await page.getByRole("button", { name: "Decide" }).click();
  await expect(page.getByText("The reason is a little short")).toBeVisible();
  await expect(page.getByLabel("Hide it")).toBeChecked();
  await expect(page.getByLabel("Why")).toHaveValue("Because");
});

test("what is not there says so", async ({ page, tolerate }) => {
  tolerate(/status of 404/);
  for (const path of ["/posts/999999/gone", "/techniques/none", "/articles/none", "/members/nobody", "/nothing/here"]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
    await expectNothingHere(page);
  }
});
