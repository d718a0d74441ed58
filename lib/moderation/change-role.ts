import { and, eq, ne, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { comments, members, threads } from "@/db/schema";
import type { Actor, Role } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { Refusal } from "@/lib/platform/errors";
import { announcePurge, recordEvent } from "@/lib/platform/events";
import { insist } from "@/lib/platform/policy";
import { tags, tagsOfThread } from "@/lib/platform/tags";
import { canChangeRole } from "./policy";

/** A message of Postgres holds 8,000 bytes. */
const tagsAtOnce = 200;

type Given = { member: number; role: Role; credential: string };

/**
 * Gives a member another role. Every admin's row is locked, so that of two who take the role from each other at once one
 * is refused: whoever changes a role is an admin and stays one, and so there is always one.
 */
export async function changeRole(actor: Actor, given: Given): Promise<{ handle: string }> {
  return db.transaction(async (tx) => {
    const rows = await tx
      .select({
        ...{ id: members.id, handle: members.handle, role: members.role, credential: members.credential },
        gone: sql<boolean>`${members.accountId} IS NULL`,
      })
      .from(members)
      .where(sql`${members.kind} = 'member' AND (${members.role} = 'admin' OR ${members.id} = ${given.member})`)
      .orderBy(members.id)
      .for("update");
    const member = rows.find(({ id }) => id === given.member);
    if (!member || member.gone) throw new Refusal("not_found");
    const admin = rows.some(({ id, role }) => id === actor.memberId && role === "admin");
    insist(canChangeRole({ ...actor, role: admin ? "admin" : "member" }, given.member));
    const credential = given.role === "provider" ? given.credential : null;
    if (member.role === given.role && member.credential === credential) throw new Refusal("role_same", {}, "role");
    await tx.update(members).set({ role: given.role, credential }).where(eq(members.id, member.id));
    const detail = { memberId: member.id, from: member.role, to: given.role };
    const event = { kind: "role_changed", actorId: actor.memberId, threadId: null, detail };
    const stale = await tagsOf(tx, member.id);
    await recordEvent(tx, event, stale.slice(0, tagsAtOnce));
    for (let from = tagsAtOnce; from < stale.length; from += tagsAtOnce)
      await announcePurge(tx, stale.slice(from, from + tagsAtOnce));
    const entry = { act: "role_change", subject: `member:${member.id}`, detail: { from: member.role, to: given.role } };
    await audit(tx, { actorId: actor.memberId, ...entry });
    return { handle: member.handle };
  });
}

/** Every page with their name, where the role stands beside it, and those of the counts, where a provider's go. */
async function tagsOf(tx: Transaction, memberId: number): Promise<string[]> {
  const { id, kind, techniqueId, authorId } = threads;
  const own = await tx.select({ id, kind, techniqueId, authorId }).from(threads).where(eq(threads.authorId, memberId));
  const elsewhere = await tx
    .selectDistinct({ id: comments.threadId })
    .from(comments)
    .where(and(eq(comments.authorId, memberId), ne(comments.body, "")));
  const all = [tags.member(memberId), ...own.flatMap(tagsOfThread), ...elsewhere.map((each) => tags.thread(each.id))];
  return [...new Set(all)];
}
