import { expect, type Locator, type Page } from "@playwright/test";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { consents } from "@/lib/testimonials/labels";

/** A radio button or a check box, by the question it belongs to. */
export function answer(page: Page, question: string, words: string): Locator {
  return page.getByRole("group", { name: question }).getByLabel(words);
}

export type Post = { kind?: string; title: string; text: string; audience?: "Everyone" | "Members only" };

/** Fills in the form for a post that is open. */
export async function fillPost(page: Page, { kind = "Question", title, text, audience = "Everyone" }: Post) {
  await page.getByLabel("Which technique is it about?").selectOption({ label: "Shiatsu" });
  await answer(page, "What is it?", kind).check();
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Your text").fill(text);
  await answer(page, "Who may read it?", audience).check();
}

/** Writes a post, from the empty form to its own page. */
export async function writePost(page: Page, post: Post): Promise<void> {
  await page.goto("/write/post");
  await fillPost(page, post);
  await page.getByRole("button", { name: "Post it" }).click();
  await expect(page.getByRole("heading", { level: 1, name: post.title })).toBeVisible();
}

/** Answers what everybody has to answer about a technique, and lets it be shown. */
export async function fillTestimonial(page: Page, { effect, story = "" }: { effect: string; story?: string }) {
  await answer(page, "Who gave it?", "A physiotherapist").check();
  await answer(page, "When, seen from the attack?", "Between attacks").check();
  await answer(page, "Where on the body?", "Neck").check();
  await answer(page, "What did it do, all in all?", effect).check();
  await answer(page, "Did anything unwanted happen?", "I was sore").check();
  await answer(page, "Would you do it again?", "Perhaps").check();
  await page.getByLabel("Your story (optional)").fill(story);
  await consent(page, "shown").check();
}

/** The box for one thing that somebody may agree to, under its exact wording. */
export function consent(page: Page, purpose: keyof typeof consents): Locator {
  return page.getByRole("checkbox", { name: consents[purpose].wording, exact: true });
}

/** On a phone: the question that is open, with its number. */
export function question(page: Page, number: number, words: string): Locator {
  return page.getByRole("heading", { level: 2, name: new RegExp(`^Question ${number} of \\d+ ${words}`) });
}

/** Writes under the thread that is open, in answer to a number if one is given. */
export async function writeComment(page: Page, text: string, replyTo = ""): Promise<void> {
  await page.getByLabel("Your comment").fill(text);
  await page.getByLabel("Reply to comment number").fill(replyTo);
  await page.getByRole("button", { name: "Post comment" }).click();
  await expect(page.getByRole("article").filter({ hasText: text })).toBeVisible();
}

/** The words of one comment with everything around them. */
export function comment(page: Page, position: number): Locator {
  return page.getByRole("article", { name: new RegExp(`^Comment ${position} by `) });
}

/** Reports what the "Report" link beside it leads to. */
export async function report(page: Page, link: Locator, reason: string, note = ""): Promise<void> {
  await link.click();
  await answer(page, "What is it about?", reason).check();
  await page.getByLabel("Anything that helps to understand it").fill(note);
  await page.getByRole("button", { name: "Send the report" }).click();
  await expect(page.getByRole("status")).toContainText("Thank you");
}

type Decision = { kind: string; rule?: string; reason: string };

/** Decides the case that is open. */
export async function decide(page: Page, { kind, rule = "No rule was broken", reason }: Decision): Promise<void> {
  const decided = page.getByRole("listitem").filter({ hasText: reason });
  await expect(decided).toHaveCount(0);
  await answer(page, "What happens with it?", kind).check();
  await page.getByLabel("Which rule?").selectOption({ label: rule });
  await page.getByLabel("Why").fill(reason);
  await page.getByRole("button", { name: "Decide" }).click();
  await expect(decided.first()).toBeVisible();
}

type Reported = { thread: number } | { member: number };

/** The open case of a thread (or of something under it), or of a profile; a job may open it some moments later. */
export async function caseOf(subject: Reported): Promise<number> {
  const about = "thread" in subject ? sql`thread_id = ${subject.thread}` : sql`member_id = ${subject.member}`;
  let id: number | undefined;
  await expect(async () => {
    const [open] = await db.execute<{ id: number }>(
      sql`SELECT id::int FROM cases WHERE ${about} AND closed_at IS NULL`,
    );
    id = open?.id;
    expect(id, "an open case").toBeDefined();
  }).toPass();
  return id ?? 0;
}

export async function openCase(page: Page, subject: Reported): Promise<void> {
  await page.goto(`/staff/cases/${await caseOf(subject)}`);
}

/** What people see where something is not, or not for them. */
export async function expectNothingHere(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
}

/** Until React has taken over what the server sent: from then on forms are sent by script. */
export async function hydrated(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const form = document.querySelector("main form, form");
    return form !== null && Object.keys(form).some((key) => key.startsWith("__reactProps"));
  });
}
