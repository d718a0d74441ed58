import { aComment, aMember, aWord } from "@/lib/testing/factories";
import { expect, test } from "../support/fixtures";
import { leaveFor } from "../support/sessions";
import { caseOf, comment, decide, expectNothingHere, openCase, report } from "../support/steps";
import { aQuestion } from "../support/things";

const moderator = () => aMember({ role: "moderator" });
const pathOf = ({ id, slug }: { id: number; slug: string }) => `/posts/${id}/${slug}`;

test("a report leads to a decision, a statement and back", async ({ page, enter, tolerate }) => {
  tolerate(/status of 404/);
  const author = await aMember();
  const thread = await aQuestion({ author });
  const reporting = await enter(await aMember());
  await reporting.goto(pathOf(thread));
  await report(
    reporting,
    reporting.getByRole("link", { name: "Report", exact: true }),
    "Unsafe advice",
    "It could hurt a neck.",
  );
  await expect(reporting.getByText("Waiting for a moderator")).toBeVisible();

  const deciding = await enter(await moderator());
  await openCase(deciding, { thread: thread.id });
  await expect(deciding.getByText("It could hurt a neck.")).toBeVisible();
  await expect(deciding.getByText(thread.body)).toBeVisible();
  const why = "It tells people to press on the front of the neck.";
  await decide(deciding, { kind: "Hide it", rule: "Keep each other safe", reason: why });
  await page.goto(pathOf(thread));
  await expectNothingHere(page);

  const reading = await enter(author);
  await reading.goto("/me/statements");
  await reading.getByRole("link", { name: thread.title }).click();
  await expect(reading.getByRole("heading", { name: "A moderator’s decision" })).toBeVisible();
  for (const words of ["It was hidden.", why, "Keep each other safe", "If you think this is wrong"]) {
    await expect(reading.getByText(words)).toBeVisible();
  }

  await decide(deciding, { kind: "Restore it", reason: "The author explained it, and it is safe to read." });
  await page.goto(pathOf(thread));
  await expect(page.getByRole("heading", { level: 1, name: thread.title })).toBeVisible();
  await reporting.reload();
  await expect(reporting.getByText("Looked at, and something was done")).toBeVisible();
});

test("a hidden comment leaves its number and nothing of its words", async ({ page, enter }) => {
  const thread = await aQuestion();
  const reported = await aComment({ thread });
  await aComment({ thread });
  const reporting = await enter(await aMember());
  await reporting.goto(pathOf(thread));
  await report(reporting, comment(reporting, 1).getByRole("link", { name: "Report", exact: true }), "Harassment");
  const deciding = await enter(await moderator());
  await openCase(deciding, { thread: thread.id });
  await decide(deciding, { kind: "Hide it", rule: "Be kind to the person", reason: "It mocks somebody who is ill." });
  await page.goto(pathOf(thread));
  await expect(page.getByText("This comment is hidden while a moderator looks at it.")).toBeVisible();
  await expect(page.getByText(reported.body)).toHaveCount(0);
  await expect(comment(page, 2)).toBeVisible();
});

test("a locked thread can be read and not added to", async ({ page, enter }) => {
  const thread = await aQuestion();
  const reader = await aMember();
  const reporting = await enter(reader);
  await reporting.goto(pathOf(thread));
  await report(reporting, reporting.getByRole("link", { name: "Report", exact: true }), "Off topic");
  const deciding = await enter(await moderator());
  await openCase(deciding, { thread: thread.id });
  await decide(deciding, { kind: "Lock the thread", rule: "Stay with the subject", reason: "It has run its course." });
  await page.goto(pathOf(thread));
  await expect(page.getByText("This thread is closed.")).toBeVisible();
  await reporting.goto(pathOf(thread));
  await expect(reporting.getByText(thread.body)).toBeVisible();
  await expect(reporting.getByLabel("Your comment")).toBeHidden();
  await decide(deciding, { kind: "Unlock the thread", reason: "People have more to say about it." });
  await reporting.reload();
  await expect(reporting.getByLabel("Your comment")).toBeVisible();
});

test("a case that is left as it is changes nothing and leaves the queue", async ({ page, enter }) => {
  const author = await aMember();
  const thread = await aQuestion({ author });
  const reporting = await enter(await aMember());
  await reporting.goto(pathOf(thread));
  await report(reporting, reporting.getByRole("link", { name: "Report", exact: true }), "Spam");
  const deciding = await enter(await moderator());
  await openCase(deciding, { thread: thread.id });
  await decide(deciding, { kind: "Leave it as it is", reason: "It is an honest question." });
  await deciding.goto("/staff/queue");
  await expect(deciding.getByRole("link", { name: thread.title })).toHaveCount(0);
  await deciding.getByRole("link", { name: "Log" }).click();
  await expect(deciding.getByRole("row").filter({ hasText: "Decided: left as it is" }).first()).toBeVisible();
  await page.goto(pathOf(thread));
  await expect(page.getByRole("heading", { level: 1, name: thread.title })).toBeVisible();
  const reading = await enter(author);
  await reading.goto("/me/statements");
  await expect(reading.getByText("Nothing. As for nearly everybody.")).toBeVisible();
});

test("a worry about a person comes to the top, and the reporter gets help lines", async ({ enter }) => {
  const thread = await aQuestion({ title: `I cannot go on ${aWord()}` });
  const reporting = await enter(await aMember());
  await reporting.goto(pathOf(thread));
  await reporting.getByRole("link", { name: "Report", exact: true }).click();
  await reporting.getByLabel("I’m worried about this person").check();
  await reporting.getByRole("button", { name: "Send the report" }).click();
  await expect(reporting.getByText("Thank you for looking out for somebody.")).toBeVisible();
  await expect(reporting.getByRole("status").getByRole("link", { name: "help lines" })).toBeVisible();
  const deciding = await enter(await moderator());
  await deciding.goto("/staff/queue");
  const rows = deciding.getByRole("listitem").filter({ has: deciding.getByRole("heading", { level: 2 }) });
  const id = await caseOf({ thread: thread.id });
  const above = (await rows.allInnerTexts()).findIndex((row) => row.includes(`case ${id}\n`));
  for (let row = 0; row <= above; row += 1) await expect(rows.nth(row)).toContainText("I’m worried about this person");
  expect(above).toBeGreaterThanOrEqual(0);
});

test("moderators do not decide about their own words or reports", async ({ enter }) => {
  const own = await moderator();
  const thread = await aQuestion({ author: own });
  const reporting = await enter(await aMember());
  await reporting.goto(pathOf(thread));
  await report(reporting, reporting.getByRole("link", { name: "Report", exact: true }), "Something else");
  const deciding = await enter(own);
  await openCase(deciding, { thread: thread.id });
  await expect(deciding.getByText("Another moderator has to decide.")).toBeVisible();
  await expect(deciding.getByRole("button", { name: "Decide" })).toHaveCount(0);
});

test("a moderator who was away for an hour signs in again", async ({ enter, tolerate }) => {
  // The open list may ask once more before the page is left.
  tolerate(/status of 401/);
  const person = await moderator();
  const page = await enter(person);
  await page.goto("/staff/queue");
  await expect(page.getByRole("heading", { level: 1, name: "Queue" })).toBeVisible();
  await leaveFor(person, 2);
  await page.goto("/staff/queue");
  await expect(page.getByRole("heading", { name: "Join or sign in" })).toBeVisible();
});

test("for a member there is nothing under /staff, and a visitor is asked to sign in", async ({
  page,
  enter,
  tolerate,
}) => {
  tolerate(/status of 404/);
  const member = await enter(await aMember());
  for (const path of ["/staff", "/staff/queue", "/staff/log", "/staff/cases/1"]) {
    expect((await member.goto(path))?.status(), path).toBe(404);
    await expectNothingHere(member);
    await page.goto(path);
    await expect(page.getByRole("heading", { name: "Join or sign in" })).toBeVisible();
  }
  await member.goto("/");
  await expect(member.getByRole("link", { name: "Queue" })).toBeHidden();
});
