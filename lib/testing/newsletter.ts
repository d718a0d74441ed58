import { db } from "@/db/client";
import { articles, newsletterArticles, newsletterIssues, newsletterSubscribers, type threads } from "@/db/schema";
import { aMember, aThread, aWord } from "./factories";

type Given<T extends { $inferInsert: object }> = Partial<T["$inferInsert"]>;

function the<T>([row]: T[]): T {
  if (!row) throw new Error("the row was not made");
  return row;
}

/** A public article of a few words. */
export async function anArticle(given: Given<typeof threads> = {}) {
  const thread = await aThread({ kind: "article", ...given });
  const texts = { body: "Ask first.", bodyHtml: "<p>Ask first.</p>", pipeline: 1, reviewer: "Ana" };
  await db.insert(articles).values({ threadId: thread.id, ...texts, reviewedOn: "2026-01-31" });
  return thread;
}

/** Somebody on the list, unless `confirmedAt` is null. */
export async function aSubscriber(given: Given<typeof newsletterSubscribers> = {}) {
  const values = { email: `${aWord()}@example.org`, confirmedAt: new Date(Date.now() - 60_000), ...given };
  return the(await db.insert(newsletterSubscribers).values(values).returning());
}

type GivenIssue = Given<typeof newsletterIssues> & { tellsOf?: { id: number }[] };

/** A draft, with one article unless `tellsOf` says otherwise. */
export async function anIssue({ tellsOf, ...given }: GivenIssue = {}) {
  const writtenBy = given.writtenBy ?? (await aMember({ role: "editor" })).id;
  const words = { subject: `New: ${aWord()}`, introduction: "", introductionHtml: "", pipeline: 1 };
  const issue = the(
    await db
      .insert(newsletterIssues)
      .values({ ...words, ...given, writtenBy, ...(given.scheduledFor ? { scheduledBy: writtenBy } : {}) })
      .returning(),
  );
  const told = tellsOf ?? [await anArticle()];
  const rows = told.map(({ id }, position) => ({ issueId: issue.id, threadId: id, position }));
  if (rows.length > 0) await db.insert(newsletterArticles).values(rows);
  return issue;
}
