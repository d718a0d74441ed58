import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { memberNotes, members } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { Refusal } from "@/lib/platform/errors";
import { insist } from "@/lib/platform/policy";
import { canNote } from "./policy";

/** Notes something about a member for the other moderators. A persona is nobody, and has no notes. */
export async function noteMember(
  actor: Actor,
  { member, note }: { member: number; note: string },
): Promise<{ handle: string }> {
  return db.transaction(async (tx) => {
    const [found] = await tx
      .select({ handle: members.handle })
      .from(members)
      .where(and(eq(members.id, member), eq(members.kind, "member")))
      .for("key share");
    if (!found) throw new Refusal("not_found");
    insist(canNote(actor, member));
    await tx.insert(memberNotes).values({ memberId: member, authorId: actor.memberId, body: note });
    await audit(tx, { actorId: actor.memberId, act: "member_note", subject: `member:${member}` });
    return found;
  });
}
