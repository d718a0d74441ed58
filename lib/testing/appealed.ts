import { asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import {
  appeals,
  comments,
  decisions,
  heldEdits,
  members,
  posts,
  revisions,
  shownTestimonials,
  statements,
  threads,
} from "@/db/schema";
import { decideAppeal } from "@/lib/moderation/decide-appeal";
import { decideCase, type NewDecision } from "@/lib/moderation/decide-case";
import { submitAppeal } from "@/lib/moderation/submit-appeal";
import type { Actor } from "@/lib/platform/actor";
import { listThreads } from "@/lib/threads/queries";
import { postComment } from "@/lib/comments/post-comment";
import { startPost } from "@/lib/posts/start-post";
import { actorOf } from "./actors";
import { purgedBy } from "./announcements";
import { aMember, aTechnique, type Member } from "./factories";
import { aCase } from "./reports";
import { threadRow } from "./rows";

export const objection = "I meant something else, and I can explain it.";

export async function aModerator(): Promise<Actor> {
  return actorOf(await aMember({ role: "moderator" }));
}

type About = Parameters<typeof aCase>[0];

/** What a moderator decided about something that was reported, with the statements of it. */
export async function decidedOn(about: About, given: Partial<NewDecision> = {}, by?: Actor) {
  const reporter = about.reporter ?? (await aMember());
  const opened = await aCase({ ...about, reporter });
  const moderator = by ?? (await aModerator());
  const base = { measure: "hide", rule: "kindness", reason: "It is unkind to the person." } as const;
  await decideCase(moderator, { case: opened.id, version: opened.version, ...base, ...given });
  const rows = await db
    .select({ made: decisions, statement: statements })
    .from(decisions)
    .leftJoin(statements, eq(statements.decisionId, decisions.id))
    .where(eq(decisions.caseId, opened.id))
    .orderBy(asc(decisions.id));
  const [first] = rows;
  if (!first) throw new Error("nothing was decided");
  return { caseId: opened.id, moderator, reporter, made: first.made, statement: first.statement, rows };
}

export async function appealRow(id: number) {
  const [row] = await db.select().from(appeals).where(eq(appeals.id, id));
  if (!row) throw new Error("the appeal is gone");
  return row;
}

/** The author objects to a statement. */
export async function appealTo(author: Member, statement: { id: number } | null): Promise<number> {
  return (await submitAppeal(actorOf(author), { statement: statement?.id ?? 0 }, objection)).id;
}

/** Somebody who had nothing to do with it answers. */
export async function answer(appeal: number, outcome: "upheld" | "refused", by?: Actor): Promise<Actor> {
  const moderator = by ?? (await aModerator());
  const { version } = await appealRow(appeal);
  await decideAppeal(moderator, { appeal, version, outcome, answer: "We looked at it again, and say so." });
  return moderator;
}

/** Everything that can be seen of a thread and its author, by members and by visitors, and what waits of it. */
export async function stateOf(threadId: number) {
  const [thread] = await db.select().from(threads).where(eq(threads.id, threadId));
  const authorId = thread?.authorId ?? 0;
  const lists = async (audience: "public" | "members") =>
    Promise.all([
      listThreads(audience, { authorId }, { page: 1 }),
      listThreads(audience, { techniqueId: thread?.techniqueId ?? 0 }, { page: 1 }),
    ]);
  return {
    thread,
    comments: await db.select().from(comments).where(eq(comments.threadId, threadId)).orderBy(asc(comments.id)),
    post: await db.select().from(posts).where(eq(posts.threadId, threadId)),
    told: await db.select().from(shownTestimonials).where(eq(shownTestimonials.threadId, threadId)),
    revisions: await db.select().from(revisions).where(eq(revisions.threadId, threadId)).orderBy(asc(revisions.id)),
    edits: (await db.select().from(heldEdits).where(eq(heldEdits.threadId, threadId))).map(
      ({ id: _id, ...edit }) => edit,
    ),
    author: await db.select().from(members).where(eq(members.id, authorId)),
    public: await lists("public"),
    members: await lists("members"),
  };
}

/** A post of somebody's with two comments, written as people write. */
export async function aConversation() {
  const [author, other, technique] = [await aMember(), await aMember(), await aTechnique()];
  const words = { title: "Dr Weiss and the neck", body: "Dr Weiss pressed for a minute.\n\nIt was **calm** after it." };
  const rest = { kind: "question", audience: "public", key: "", seen: "" } as const;
  const started = await startPost(actorOf(author), { ...words, ...rest, technique: technique.slug });
  const said = { thread: started.id, replyTo: null, key: "" };
  await postComment(actorOf(other), { ...said, body: "Dr Weiss helped me, too." });
  await postComment(actorOf(author), { ...said, body: "Thank you for telling." });
  const thread = await threadRow(started.id);
  const [comment] = (await stateOf(thread.id)).comments;
  if (!comment) throw new Error("nothing was said");
  return { author, other, thread, comment, technique };
}

/** Decides, objects and takes back. @returns the tags that the taking back announced */
export async function undone(about: About, author: Member, given: Partial<NewDecision>): Promise<string[]> {
  const { statement } = await decidedOn(about, given);
  const appeal = await appealTo(author, statement);
  return purgedBy(() => answer(appeal, "upheld"));
}
