import { db } from "@/db/client";
import { allowedHosts, heldEdits, watchedPhrases } from "@/db/schema";
import { eq } from "drizzle-orm";
import type { Sign } from "@/lib/platform/queue";
import { aMember, aWord } from "./factories";
import { waitingJobs } from "./rows";

type GivenPhrase = Partial<typeof watchedPhrases.$inferInsert>;

/** A phrase of one word that stands nowhere else, unless it is given. */
export async function aWatchedPhrase(given: GivenPhrase = {}) {
  const createdBy = given.createdBy ?? (await aMember({ role: "moderator" })).id;
  const values = { phrase: aWord(), act: "hold" as const, note: "", ...given, createdBy };
  const [phrase] = await db.insert(watchedPhrases).values(values).returning();
  if (!phrase) throw new Error("the phrase was not made");
  return phrase;
}

/** A host that newcomers may link to. */
export async function anAllowedHost(): Promise<string> {
  const host = `${aWord()}.example.org`;
  await db.insert(allowedHosts).values({ host });
  return host;
}

export type AskedCase = { reason: string; commentId: number | null; signs: Sign[] };

/** What moderators will be told about a thread and what stands under it, the first first. */
export async function askedAbout(threadId: number): Promise<AskedCase[]> {
  const jobs = await waitingJobs();
  return jobs
    .filter(({ task, payload }) => task === "open_case" && payload.threadId === threadId)
    .map(({ payload }) => payload as unknown as AskedCase);
}

/** The codes of all that was noticed about a thread. */
export async function codesAbout(threadId: number): Promise<string[]> {
  return (await askedAbout(threadId)).flatMap(({ signs }) => signs.map(({ code }) => code));
}

export async function heldEditsOf(about: { threadId: number } | { commentId: number }) {
  const mine = "threadId" in about ? eq(heldEdits.threadId, about.threadId) : eq(heldEdits.commentId, about.commentId);
  return db.select().from(heldEdits).where(mine);
}
