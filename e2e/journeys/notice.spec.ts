import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { notices } from "@/db/schema";
import { aComment, aMember, aWord } from "@/lib/testing/factories";
import { expect, test } from "../support/fixtures";
import { readMail } from "../support/sessions";
import { comment, decide, openCase, report } from "../support/steps";
import { aQuestion } from "../support/things";

// All tests come from one network, and five notices an hour is what it gets: these send two.
for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : ", without JavaScript";

  test(`anybody sends a notice, gets a receipt, and later what was decided${how}`, async ({ enter }) => {
    const thread = await aQuestion();
    await aComment({ thread });
    const email = `${aWord()}@example.org`;
    const page = await enter(null, { javaScriptEnabled });
    await page.goto(`/posts/${thread.id}/${thread.slug}`);
    await comment(page, 1).getByRole("link", { name: "Report", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Report illegal content" })).toBeVisible();
    await expect(page.getByLabel("Where is it?")).toHaveValue(new RegExp(`/posts/${thread.id}#comment-1$`));

    const why = "It shows where somebody lives, against their will.";
    await page.getByLabel("Why is it illegal?").fill(why);
    await page.getByRole("button", { name: "Send the notice" }).click();
    await expect(page.getByText("Please give your name.")).toBeVisible();
    await expect(page.getByText("Please tick this box")).toBeVisible();
    await expect(page.getByLabel("Why is it illegal?")).toHaveValue(why);

    await page.getByLabel("Your name").fill("Ana");
    await page.getByLabel("Your e-mail address").fill(email);
    await page.getByLabel("I believe in good faith").check();
    await page.getByRole("button", { name: "Send the notice" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "We have your notice" })).toBeVisible();
    const [sent] = await db.select().from(notices).where(eq(notices.email, email));
    const reference = sent?.reference ?? "";
    await expect(page.getByText(`Its reference is ${reference}.`)).toBeVisible();
    expect((await readMail(page, email)).subject).toBe(`We have your notice ${reference}`);

    const deciding = await enter(await aMember({ role: "moderator" }));
    await openCase(deciding, { thread: thread.id });
    const reason = "It tells where somebody lives.";
    await decide(deciding, { kind: "Hide it", rule: "Keep private things private", reason });
    await expect(async () => {
      expect((await readMail(page, email)).subject).toBe(`What was decided about your notice ${reference}`);
    }).toPass();
    const { text } = await readMail(page, email);
    expect(text).toContain("It was hidden.");
    for (const secret of [reason, why, thread.title]) expect(text).not.toContain(secret);
    await page.goto("/dev/mailbox");
    const letters = page.getByRole("article").filter({ hasText: email });
    await expect(letters).toHaveCount(2);
  });

  test(`a notice about what is elsewhere or nowhere comes back with its words${how}`, async ({ enter }) => {
    const page = await enter(null, { javaScriptEnabled });
    await page.goto("/");
    await page.getByRole("contentinfo").getByRole("link", { name: "Report illegal content" }).click();
    await expect(page.getByLabel("Where is it?")).toHaveValue("");
    for (const [address, sentence] of [
      ["https://example.org/posts/1/x", "This address is not on this site"],
      ["/techniques/shiatsu", "This page holds nobody’s words."],
      ["/posts/987654321/x", "There is nothing at this address"],
    ] as const) {
      await page.getByLabel("Where is it?").fill(address);
      await page.getByLabel("Why is it illegal?").fill("It is against the law, I believe.");
      await page.getByLabel("Your name").fill("Ana");
      await page.getByLabel("Your e-mail address").fill("ana@example.org");
      await page.getByLabel("I believe in good faith").check();
      await page.getByRole("button", { name: "Send the notice" }).click();
      await expect(page.getByText(sentence)).toBeVisible();
      await expect(page.getByLabel("Where is it?")).toHaveValue(address);
      await expect(page.getByLabel("I believe in good faith")).toBeChecked();
    }
  });

  test(`a profile is reported, and its reporter sees what came of it${how}`, async ({ enter }) => {
    const member = await aMember({ bio: "I sell oil.", bioHtml: "<p>I sell oil.</p>" });
    const reporter = await aMember();
    const page = await enter(reporter, { javaScriptEnabled });
    await page.goto(`/members/${member.handle}`);
    await report(page, page.getByRole("link", { name: "Report", exact: true }), "Made up, or advertising");
    await expect(page.getByText("Waiting for a moderator")).toBeVisible();
    const deciding = await enter(await aMember({ role: "moderator" }));
    await openCase(deciding, { member: member.id });
    await decide(deciding, { kind: "Leave it as it is", reason: "It sells nothing here." });
    await page.goto("/me");
    await page.getByRole("link", { name: "See what came of it" }).click();
    await expect(page.getByText("Looked at, and left as it is")).toBeVisible();
    await expect(page.getByText("New", { exact: true })).toBeVisible();
    const [own] = await page.getByRole("link", { name: "object", exact: true }).all();
    expect(await own?.getAttribute("href")).toMatch(/^\/me\/reports\/\d+\/appeal$/);
    await page.reload();
    await expect(page.getByText("New", { exact: true })).toHaveCount(0);
  });
}

test("an address that leads elsewhere is not filled in", async ({ page }) => {
  for (const address of ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "/\\evil.example"]) {
    await page.goto(`/report?address=${encodeURIComponent(address)}`);
    await expect(page.getByLabel("Where is it?")).toHaveValue("");
  }
});
