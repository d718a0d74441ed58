import { aMember, daysAgo } from "@/lib/testing/factories";
import { aCase } from "@/lib/testing/reports";
import { expect, test } from "../support/fixtures";
import { answer } from "../support/steps";
import { aQuestion } from "../support/things";

test.use({ javaScriptEnabled: false });

const moderator = () => aMember({ role: "moderator" });

async function aReportedQuestion() {
  const thread = await aQuestion();
  return { thread, opened: await aCase({ thread, reason: "spam", dueAt: daysAgo(70) }) };
}

test("a case is claimed and given back from the queue", async ({ enter }) => {
  const { thread } = await aReportedQuestion();
  const page = await enter(await moderator());
  await page.goto("/staff/queue?show=spam");
  const row = page.getByRole("listitem").filter({ hasText: thread.title });
  await row.getByRole("button", { name: "Claim" }).click();
  await expect(row).toContainText("You are looking at it.");
  await row.getByRole("button", { name: "Give back" }).click();
  await expect(row).toContainText("Nobody is looking at it.");
});

test("the second of two moderators gets the page with what happened, and the text", async ({ enter, tolerate }) => {
  tolerate(/status of 409/);
  const { opened } = await aReportedQuestion();
  const [one, other] = [await enter(await moderator()), await enter(await moderator())];
  for (const page of [one, other]) await page.goto(`/staff/cases/${opened.id}`);
  await answer(one, "What happens with it?", "Hide it").check();
  await one.getByLabel("Why", { exact: true }).fill("It mocks somebody who is ill.");
  await one.getByRole("button", { name: "Decide" }).click();
  await answer(other, "What happens with it?", "Leave it as it is").check();
  await other.getByLabel("Why", { exact: true }).fill("It is only a clumsy joke.");
  const answered = other.waitForResponse((response) => response.request().method() === "POST");
  await other.getByRole("button", { name: "Decide" }).click();
  expect((await answered).status()).toBe(409);
  await expect(other.getByText("has decided this case while you were reading")).toBeVisible();
  await expect(other.getByLabel("Why", { exact: true })).toHaveValue("It is only a clumsy joke.");
  await expect(other.getByRole("listitem").filter({ hasText: "It mocks somebody who is ill." })).toBeVisible();
});

test("what is chosen is removed as spam, and comes back as one", async ({ page, enter, tolerate }) => {
  tolerate(/status of 404/);
  const reported = [await aReportedQuestion(), await aReportedQuestion()];
  const deciding = await enter(await moderator());
  await deciding.goto("/staff/queue?show=spam");
  for (const { thread } of reported) {
    await deciding.getByRole("listitem").filter({ hasText: thread.title }).getByLabel("Choose").check();
  }
  await deciding.getByRole("button", { name: "Remove the chosen as spam" }).click();
  await expect(deciding.getByRole("heading", { level: 1 })).toHaveText("Removed as spam: 2 cases");
  const statusOf = async (thread: { id: number; slug: string }) =>
    (await page.goto(`/posts/${thread.id}/${thread.slug}`))?.status();
  for (const { thread } of reported) expect(await statusOf(thread)).toBe(404);
  await deciding.getByRole("button", { name: "Undo all of it" }).click();
  await expect(deciding.getByText("has undone this on")).toBeVisible();
  for (const { thread } of reported) expect(await statusOf(thread)).toBe(200);
});
