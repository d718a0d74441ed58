import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { cases, decisionTemplates } from "@/db/schema";
import { aComment, aMember, aWord } from "@/lib/testing/factories";
import { aCase } from "@/lib/testing/reports";
import { expect, test } from "../support/fixtures";
import { answer, comment, expectNothingHere } from "../support/steps";
import { aQuestion } from "../support/things";

const moderator = () => aMember({ role: "moderator" });
const pathOf = ({ id, slug }: { id: number; slug: string }) => `/posts/${id}/${slug}`;

async function aText() {
  const [made] = await db
    .insert(decisionTemplates)
    .values({
      name: `Text ${aWord()}`,
      kind: "hide",
      rule: "safety",
      body: `Please leave this to a doctor, ${aWord()}.`,
    })
    .returning();
  if (!made) throw new Error("the text was not made");
  return made;
}

async function aHardCase() {
  const thread = await aQuestion({ body: `I cannot go on, ${aWord()}.` });
  const opened = await aCase({ thread, reason: "worried_about_person" });
  await db.update(cases).set({ distressing: true }).where(eq(cases.id, opened.id));
  return { thread, path: `/staff/cases/${opened.id}` };
}

async function beginFrom(page: Page, name: string) {
  await page.getByRole("link", { name }).click();
  await expect(page.getByLabel("Hide it")).toBeChecked();
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with JavaScript" : "without JavaScript";

  test(`a text fills the decision, which can still be changed: ${how}`, async ({ enter }) => {
    const [text, thread] = [await aText(), await aQuestion()];
    const { id } = await aCase({ thread });
    const page = await enter(await moderator(), { javaScriptEnabled });
    await page.goto(`/staff/cases/${id}`);
    await beginFrom(page, text.name);
    await expect(page.getByLabel("Which rule?")).toHaveValue("safety");
    await expect(page.getByLabel("Why", { exact: true })).toHaveValue(text.body);
    await page.getByLabel("Why", { exact: true }).fill(`${text.body} Thank you.`);
    await page.getByRole("button", { name: "Decide" }).click();
    const outcome = page.getByRole("region", { name: "This case is decided" });
    await expect(outcome).toContainText("Hidden");
    await expect(page.getByText(`${text.body} Thank you.`).first()).toBeVisible();
  });

  test(`only what belongs to the choice is asked: ${how}`, async ({ enter }) => {
    const { id } = await aCase({ thread: await aQuestion() });
    const page = await enter(await moderator(), { javaScriptEnabled });
    await page.goto(`/staff/cases/${id}`);
    const fields = ["The passage to take out", "The technique to move it to", "For how long?", "Which law is broken?"];
    for (const field of fields) await expect(page.getByLabel(field)).toBeHidden();
    await answer(page, "What happens with it?", "Take a passage out").check();
    await expect(page.getByLabel("The passage to take out")).toBeVisible();
    await page.getByLabel("And the person who wrote it?").selectOption("silence");
    await expect(page.getByLabel("For how long?")).toBeVisible();
    await page.getByLabel("Which rule?").selectOption("law");
    await expect(page.getByLabel("Which law is broken?")).toBeVisible();
  });

  test(`hard words are out of sight and hearing until somebody asks: ${how}`, async ({ enter }) => {
    const { thread, path } = await aHardCase();
    const page = await enter(await moderator(), { javaScriptEnabled });
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("A post by");
    for (const words of [thread.body, thread.title]) await expect(page.getByText(words)).toBeHidden();
    const heard = await page.getByRole("main").ariaSnapshot();
    for (const words of [thread.body, thread.title]) expect(heard).not.toContain(words);
    await page.getByText("Show the words. They may be hard to read.").click();
    for (const words of [thread.body, thread.title]) await expect(page.getByText(words)).toBeVisible();
  });

  test(`a moderator opens a case about what they saw, and decides it: ${how}`, async ({ enter }) => {
    const thread = await aQuestion();
    await aComment({ thread });
    const page = await enter(await moderator(), { javaScriptEnabled });
    await page.goto(pathOf(thread));
    await comment(page, 1).getByRole("link", { name: "Look at this as a moderator" }).click();
    await answer(page, "What did you see?", "Harassment").check();
    await page.getByRole("button", { name: "Open the case" }).click();
    await expect(page.getByText("A moderator saw it")).toBeVisible();
    await answer(page, "What happens with it?", "Hide it").check();
    await page.getByLabel("Which rule?").selectOption("kindness");
    await page.getByRole("button", { name: "Decide" }).click();
    await expect(page.getByRole("region", { name: "This case is decided" })).toContainText("Hidden");
  });

  test(`a note stands in a member's record: ${how}`, async ({ enter }) => {
    const [member, word] = [await aMember(), aWord()];
    const page = await enter(await moderator(), { javaScriptEnabled });
    await page.goto(`/members/${member.handle}`);
    await page.getByRole("link", { name: "Look at this as a moderator" }).click();
    await expect(page.getByRole("heading", { level: 1, name: member.handle })).toBeVisible();
    await page.getByLabel("Another note").fill(`Was kind about it, ${word}.`);
    await page.getByRole("button", { name: "Add the note" }).click();
    await expect(page.getByRole("listitem").filter({ hasText: word })).toBeVisible();
    await expect(page.getByRole("button", { name: "Change the role" })).toHaveCount(0);
  });

  test(`an admin changes a role, and it stands on what the member wrote: ${how}`, async ({ page, enter }) => {
    const member = await aMember();
    const thread = await aQuestion({ author: member });
    await page.goto(pathOf(thread));
    const admin = await enter(await aMember({ role: "admin" }), { javaScriptEnabled });
    await admin.goto(`/staff/members/${member.handle}`);
    await expect(admin.getByLabel("What they do for a living")).toBeHidden();
    await answer(admin, "What are they here?", "Provider").check();
    await admin.getByLabel("What they do for a living").fill("Physiotherapist");
    await admin.getByRole("button", { name: "Change the role" }).click();
    // The hint of the form names one as well, in small letters.
    await expect(admin.getByText(/Physiotherapist/).first()).toBeVisible();
    await page.reload();
    await expect(page.getByText(/Physiotherapist/).first()).toBeVisible();
  });

  test(`texts are added, changed and retired: ${how}`, async ({ enter }) => {
    const name = `Text ${aWord()}`;
    const page = await enter(await moderator(), { javaScriptEnabled });
    await page.goto("/staff/templates");
    await page.getByLabel("Name").fill(name);
    await page.getByLabel("The text").fill("Please say it in other words.");
    await page.getByRole("button", { name: "Add it" }).click();
    await page.getByRole("link", { name: `Change it ${name}` }).click();
    await page.getByLabel("The text").fill("Please say it more kindly.");
    await page.getByRole("button", { name: "Save it" }).click();
    await expect(page.getByText("Please say it more kindly.")).toBeVisible();
    await page.getByRole("button", { name: `Retire it ${name}` }).click();
    await expect(page.getByRole("heading", { name })).toHaveCount(0);
  });
}

test("there is no record of a persona, and none for members to read", async ({ enter, tolerate }) => {
  tolerate(/status of 404/);
  const staff = await enter(await moderator());
  expect((await staff.goto("/staff/members/someone_1234"))?.status()).toBe(404);
  const member = await aMember();
  const page = await enter(member);
  for (const path of [`/staff/members/${member.handle}`, "/staff/templates", "/staff/cases/new?thread=1"]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
    await expectNothingHere(page);
  }
});
