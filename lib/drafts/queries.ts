import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { comments, drafts, techniques, threads } from "@/db/schema";
import { threadPath } from "@/lib/platform/urls";
import type { Audience } from "@/lib/serving/context";
import { allWords, firstWords } from "./labels";
import { placeOf, type DraftKind, type DraftValues, type Place } from "./schema";
import { openDraft, placeSeal } from "./seal";

export type Draft = {
  id: number;
  version: number;
  writer: string;
  place: string;
  step: string;
  values: DraftValues;
  savedAt: Date;
  /** By the database's clock. */
  ageSeconds: number;
};

const columns = {
  id: drafts.id,
  version: drafts.version,
  writer: drafts.writer,
  sealed: drafts.sealed,
  savedAt: drafts.savedAt,
  ageSeconds: sql<number>`extract(epoch FROM now() - ${drafts.savedAt})::float8`,
};
const newestFirst = [desc(drafts.savedAt), desc(drafts.id)];

function opened<T extends { sealed: string }>(memberId: number, rows: T[]) {
  return rows.flatMap(({ sealed, ...row }) => {
    const content = openDraft(memberId, sealed);
    return content ? [{ ...row, ...content }] : [];
  });
}

/** The newest draft of one form. Nobody but its author can have it: it opens for no other member. */
export async function getDraft(memberId: number, place: string): Promise<Draft | null> {
  const rows = await db
    .select(columns)
    .from(drafts)
    .where(and(eq(drafts.memberId, memberId), eq(drafts.place, placeSeal(memberId, place))))
    .orderBy(...newestFirst)
    .limit(1);
  return opened(memberId, rows)[0] ?? null;
}

/** One draft of one's own, whatever it is of. */
export async function getOwnDraft(memberId: number, id: number): Promise<Draft | null> {
  const rows = await db
    .select(columns)
    .from(drafts)
    .where(and(eq(drafts.id, id), eq(drafts.memberId, memberId)));
  return opened(memberId, rows)[0] ?? null;
}

export type Chosen = { draft?: string | string[]; from?: string | string[] };

/** What a form of one's own begins with: the draft that its address names, or the newest, or what stands there (`?from=posted`). */
export async function getKept(memberId: number, place: string, { draft, from }: Chosen): Promise<Draft | null> {
  if (from === "posted") return null;
  const chosen = /^\d{1,15}$/.test(String(draft)) ? await getOwnDraft(memberId, Number(draft)) : null;
  return chosen && isSameForm(chosen.place, place) ? chosen : getDraft(memberId, place);
}

/** Also a draft over an earlier text of the same article or issue. */
function isSameForm(one: string, other: string): boolean {
  const [of, to] = [placeOf(one), placeOf(other)];
  const versioned = of?.kind === "edit_article" || of?.kind === "edit_issue";
  return one === other || (versioned && of.kind === to?.kind && of.id === to.id);
}

export type ListedDraft = {
  id: number;
  kind: DraftKind;
  savedAt: Date;
  words: string;
  /** All of it, where `words` is only its beginning: what is not there any more can still be copied from here. */
  all: string | null;
  /** Where it belongs, if that can be read. */
  about: { name: string; href: string } | null;
  /** Where it can be finished. */
  href: string;
};

/** Everything that a member has typed and not sent, the newest first. */
export async function listDrafts(memberId: number, audience: Audience): Promise<ListedDraft[]> {
  const rows = await db
    .select({ id: drafts.id, sealed: drafts.sealed, savedAt: drafts.savedAt })
    .from(drafts)
    .where(eq(drafts.memberId, memberId))
    .orderBy(...newestFirst);
  const kept = opened(memberId, rows).flatMap((row) => {
    const place = placeOf(row.place);
    return place ? [{ ...row, place }] : [];
  });
  const surroundings = await findSurroundings(kept, audience);
  return kept.map(({ id, savedAt, place, values }) => ({
    id,
    kind: place.kind,
    savedAt,
    words: firstWords(values),
    all: allWords(values),
    about: surroundings(place, values),
    href: finishPath(place, id),
  }));
}

type Kept = { place: Place; values: DraftValues };

/** Only of what the member may read: a place names whatever number its form was given. */
async function findSurroundings(kept: Kept[], audience: Audience) {
  const readable = audience === "members" ? threads.visible : and(threads.visible, eq(threads.audience, "public"));
  const thread = { id: threads.id, title: threads.title, kind: threads.kind, slug: threads.slug };
  const idsOf = (wanted: "threads" | "comments") =>
    kept.flatMap(({ place: { kind, id } }) => (id > 0 && numbered(kind) === wanted ? [id] : []));
  const [ofThreads, ofComments, ofTechniques] = await Promise.all([
    db
      .select({ thread })
      .from(threads)
      .where(and(inArray(threads.id, idsOf("threads")), readable)),
    db
      .select({ commentId: comments.id, thread })
      .from(comments)
      .innerJoin(threads, eq(threads.id, comments.threadId))
      .where(and(inArray(comments.id, idsOf("comments")), readable)),
    db.select({ slug: techniques.slug, name: techniques.name }).from(techniques),
  ]);
  return ({ kind, id }: Place, values: DraftValues) => {
    const technique = ofTechniques.find(({ slug }) => slug === values.technique?.[0]);
    if (id === 0) return technique ? { name: technique.name, href: `/techniques/${technique.slug}` } : null;
    const found = {
      threads: () => ofThreads.find((each) => each.thread.id === id),
      comments: () => ofComments.find(({ commentId }) => commentId === id),
      issues: () => undefined,
    }[numbered(kind)]();
    return found ? { name: found.thread.title, href: threadPath(found.thread) } : null;
  };
}

/** What the number in a place is of. */
function numbered(kind: DraftKind): "threads" | "comments" | "issues" {
  if (kind === "edit_issue") return "issues";
  return kind === "edit_comment" ? "comments" : "threads";
}

/** Where a draft is finished. */
export function finishPath({ kind, id, detail }: Place, draft: number): string {
  const query = `draft=${draft}`;
  if (kind === "follow_up") return `/me/testimonials/${id}/follow-up?after=${detail}&${query}`;
  if (kind === "article") return `/staff/articles/new?${query}`;
  if (kind === "issue") return `/staff/newsletter/new?${query}`;
  if (kind === "edit_issue") return `/staff/newsletter/${id}?${query}`;
  if (kind === "edit_article") return `/staff/articles/${id}?${query}`;
  return kind.startsWith("edit_") ? `/me/edit/${kind.slice("edit_".length)}/${id}?${query}` : `/me/drafts/${draft}`;
}
