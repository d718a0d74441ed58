import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { comments, posts, revisions, shownTestimonials } from "@/db/schema";
import { excerptOf, pipelineVersion, renderMarkdown } from "@/lib/platform/markdown";
import { slugOf } from "@/lib/platform/urls";
import type { LockedSubject } from "./locked-case";
import { changeThread } from "./write-state";

/** Stands in place of what was taken out. */
export const redactedMark = "[taken out by a moderator]";

export type Field = {
  name: "title" | "body" | "story" | "tip" | "unwanted_text";
  text: string;
  revisionId: number | null;
};

/** Every text of the thing, as typed. */
export async function fieldsOf(tx: Transaction, { thread, comment }: LockedSubject): Promise<Field[]> {
  if (!thread) return [];
  const fields: Field[] = [];
  const add = (name: Field["name"], text: string | null | undefined, revisionId: number | null = null) => {
    if (text) fields.push({ name, text, revisionId });
  };
  if (comment) add("body", comment.body);
  else {
    add("title", thread.title);
    const [post] = await tx.select({ body: posts.body }).from(posts).where(eq(posts.threadId, thread.id));
    add("body", post?.body);
    const [told] = await tx.select().from(shownTestimonials).where(eq(shownTestimonials.threadId, thread.id));
    add("story", told?.story);
    add("tip", told?.tip);
    add("unwanted_text", told?.unwantedText);
  }
  const earlier = comment ? eq(revisions.commentId, comment.id) : eq(revisions.threadId, thread.id);
  for (const revision of await tx.select().from(revisions).where(earlier)) {
    add("title", revision.title, revision.id);
    add("body", revision.body, revision.id);
  }
  return fields;
}

/** Puts a text where it stands, with everything that is made of it. */
export async function putField(
  tx: Transaction,
  about: LockedSubject,
  { name, text, revisionId }: Field,
): Promise<void> {
  const { thread, comment } = about;
  if (!thread) return;
  if (revisionId !== null) {
    const words = name === "title" ? { title: text } : { body: text, bodyHtml: renderMarkdown(text) };
    await tx.update(revisions).set(words).where(eq(revisions.id, revisionId));
    return;
  }
  const written = { body: text, bodyHtml: renderMarkdown(text), pipeline: pipelineVersion };
  if (comment) await tx.update(comments).set(written).where(eq(comments.id, comment.id));
  else if (name === "title") {
    await changeThread(tx, thread.id, { title: text, slug: slugOf(text) });
  } else if (name === "body") {
    await tx.update(posts).set(written).where(eq(posts.threadId, thread.id));
    await changeThread(tx, thread.id, { excerpt: excerptOf(text) });
  } else await putAnswer(tx, thread.id, name, text);
}

/** Only the database's own function may write into somebody's answers. */
async function putAnswer(tx: Transaction, threadId: number, name: Field["name"], text: string): Promise<void> {
  const only = (wanted: Field["name"], value: string) => (name === wanted ? value : null);
  await tx.execute(sql`SELECT health.put_words(${threadId}, ${only("story", text)}, ${only("story", renderMarkdown(text))},
    ${only("tip", text)}, ${only("unwanted_text", text)})`);
  const [told] = await tx.select().from(shownTestimonials).where(eq(shownTestimonials.threadId, threadId));
  if (told) await changeThread(tx, threadId, { excerpt: excerptOf(told.story || told.tip) });
}

/** A text without a passage; a title stays as long as titles may be. */
export function withoutPassage(name: Field["name"], text: string, passage: string): string {
  const rest = text.replaceAll(passage, redactedMark);
  return name === "title" ? [...rest].slice(0, 150).join("") : rest;
}
