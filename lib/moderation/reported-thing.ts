import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { comments, members, threads } from "@/db/schema";
import type { About } from "./open-case";
import type { ReportedKind } from "./schema";

type Place = {
  /** 0 where a member's profile is meant. */
  thread: number;
  /** The number of the comment; 0 for the thread itself. */
  comment: number;
  member?: number;
};

export type Reported = About & { kind: ReportedKind; visible: boolean };

/** Finds what is reported and locks it: the thread before the comment and the case, as in decisions. */
export async function lockReported(tx: Transaction, { thread, comment, member = 0 }: Place): Promise<Reported | null> {
  if (thread === 0) return lockProfile(tx, member);
  const [found] = await tx
    .select({ authorId: threads.authorId, visible: threads.visible, kind: threads.kind })
    .from(threads)
    .where(eq(threads.id, thread))
    .for("update");
  if (!found) return null;
  const kind = found.kind === "testimonial" || found.kind === "article" ? found.kind : "post";
  if (comment === 0) return { ...found, kind, threadId: thread, commentId: null, memberId: null };
  const [said] = await tx
    .select({ id: comments.id, authorId: comments.authorId, visible: comments.visible })
    .from(comments)
    .where(and(eq(comments.threadId, thread), eq(comments.position, comment)))
    .for("update");
  if (!said) return null;
  const visible = found.visible && said.visible;
  return { threadId: thread, commentId: said.id, memberId: null, authorId: said.authorId, kind: "comment", visible };
}

async function lockProfile(tx: Transaction, id: number): Promise<Reported | null> {
  const [member] = await tx.select({ kind: members.kind }).from(members).where(eq(members.id, id)).for("update");
  if (member?.kind !== "member") return null;
  return { threadId: null, commentId: null, memberId: id, authorId: id, kind: "profile", visible: true };
}
