import { and, eq, isNotNull, type SQL } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { follows, mutes } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import type { FollowLevel, Subject } from "./schema";

/** The one column of a follow that names its subject. */
function subjectColumns({ kind, id }: Subject) {
  if (kind === "technique") return { techniqueId: id };
  if (kind === "thread") return { threadId: id };
  return { memberId: id };
}

export function isSubject({ kind, id }: Subject): SQL {
  if (kind === "technique") return eq(follows.techniqueId, id);
  if (kind === "thread") return eq(follows.threadId, id);
  return eq(follows.memberId, id);
}

/** Of one member about one thing there is one row, whichever came first. */
export async function writeLevel(tx: Transaction, actor: Actor, subject: Subject, level: FollowLevel): Promise<void> {
  const columns = { technique: follows.techniqueId, thread: follows.threadId, member: follows.memberId };
  const about = columns[subject.kind];
  await tx
    .insert(follows)
    .values({ followerId: actor.memberId, ...subjectColumns(subject), level })
    .onConflictDoUpdate({
      target: [follows.followerId, about],
      targetWhere: isNotNull(about),
      set: { level },
    });
}

/** One level holds at a time, and muting is one of them. */
export async function endMute(tx: Transaction, { memberId }: Actor, { kind, id }: Subject): Promise<void> {
  const about = { technique: mutes.techniqueId, thread: mutes.threadId, member: mutes.mutedMemberId }[kind];
  await tx.delete(mutes).where(and(eq(mutes.memberId, memberId), eq(about, id)));
}
