import { eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { articleStudies, studies, techniques } from "@/db/schema";
import { Refusal } from "@/lib/platform/errors";
import { findClaims, type Certainties } from "./claims";
import { tellClaims } from "./labels";
import type { ArticleWords } from "./schema";
import { citedStudies } from "./sentences";

/**
 * What an article needs besides its form, however it comes here: a technique and sources that there are, every citation
 * among its sources, a day that has come, and no sentence beyond what its sources carry.
 * @throws Refusal beside the field that it is about
 */
export async function checkedArticle(tx: Transaction, article: ArticleWords): Promise<{ techniqueId: number | null }> {
  const techniqueId = article.technique ? await idOfTechnique(tx, article.technique) : null;
  const certainties = await certaintiesOf(tx, article.sources);
  insistOnNone(
    "sources_unknown",
    "sources",
    article.sources.filter((name) => !certainties.has(name)),
  );
  insistOnNone(
    "sources_missing",
    "sources",
    citedStudies(article.body).filter((name) => !certainties.has(name)),
  );
  await insistOnDay(tx, article.reviewedOn);
  for (const field of ["title", "excerpt"] as const) insistOnClaims(article[field], new Map(), field, "claims_in_line");
  insistOnClaims(article.body, certainties, "body", "claims");
  return { techniqueId };
}

/** Puts the numbered sources of an article in place of those that it had. */
export async function writeSources(tx: Transaction, threadId: number, sources: string[]): Promise<void> {
  await tx.delete(articleStudies).where(eq(articleStudies.threadId, threadId));
  const rows = sources.map((studyId, index) => ({ threadId, studyId, position: index + 1 }));
  if (rows.length > 0) await tx.insert(articleStudies).values(rows);
}

async function idOfTechnique(tx: Transaction, slug: string): Promise<number> {
  const [technique] = await tx.select({ id: techniques.id }).from(techniques).where(eq(techniques.slug, slug));
  if (!technique) throw new Refusal("technique_unknown", {}, "technique");
  return technique.id;
}

async function certaintiesOf(tx: Transaction, names: string[]): Promise<Certainties> {
  if (names.length === 0) return new Map();
  const rows = await tx
    .select({ id: studies.id, certainty: studies.certainty })
    .from(studies)
    .where(inArray(studies.id, names));
  return new Map(rows.map(({ id, certainty }) => [id, certainty]));
}

function insistOnNone(code: string, field: string, names: string[]): void {
  if (names.length > 0) throw new Refusal(code, { names: names.slice(0, 10).join(", ") }, field);
}

async function insistOnDay(tx: Transaction, day: string): Promise<void> {
  // Where the day begins first, it may be tomorrow already.
  const [row] = await tx.execute<{ later: boolean }>(
    sql`SELECT ${day}::date > ((now() + interval '14 hours') AT TIME ZONE 'UTC')::date AS later`,
  );
  if (row?.later) throw new Refusal("reviewed_later", {}, "reviewedOn");
}

/** The sentences go back only to the person who has just written them; a refusal's facts are never logged. */
function insistOnClaims(text: string, studies: Certainties, field: string, code: string): void {
  const claims = findClaims(text, studies);
  if (claims.length > 0) throw new Refusal(code, { count: claims.length, told: tellClaims(claims) }, field);
}
