import { and, eq, gt, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { accounts, adminInvitations, members } from "@/db/schema";
import type { Role } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { isDuplicate, Refusal } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { isReserved, skeletonOf } from "./handle";

/** Makes an account a member. The handle is for good: others know the person by it. */
export async function chooseHandle(accountId: number, handle: string): Promise<void> {
  if (isReserved(handle)) throw new Refusal("handle_reserved", {}, "handle");
  try {
    await db.transaction((tx) => join(tx, accountId, handle));
  } catch (error) {
    if (isDuplicate(error, "members_account_id_unique")) throw new Refusal("handle_chosen");
    if (isDuplicate(error, "members_handle_unique") || isDuplicate(error, "members_handle_skeleton")) {
      throw new Refusal("handle_taken", {}, "handle");
    }
    throw error;
  }
}

async function join(tx: Transaction, accountId: number, handle: string): Promise<void> {
  const [account] = await tx.select().from(accounts).where(eq(accounts.id, accountId)).for("update");
  if (!account) throw new Refusal("not_found");
  const role = await roleOf(tx, account.email);
  const [member] = await tx
    .insert(members)
    .values({ accountId, handle, handleSkeleton: skeletonOf(handle), role })
    .returning({ id: members.id });
  if (!member) throw new Error("the member was not made");
  await recordEvent(tx, { kind: "member_joined", actorId: member.id, threadId: null }, []);
  if (role === "admin") await audit(tx, { actorId: member.id, act: "first_admin", subject: `member:${member.id}` });
}

/** Whoever opened the first admin's link becomes admin, once. */
async function roleOf(tx: Transaction, email: string): Promise<Role> {
  const [invitation] = await tx
    .delete(adminInvitations)
    .where(and(eq(adminInvitations.claimedEmail, email), gt(adminInvitations.expiresAt, sql`now()`)))
    .returning();
  if (!invitation) return "member";
  const [admin] = await tx.select({ id: members.id }).from(members).where(eq(members.role, "admin")).limit(1);
  return admin ? "member" : "admin";
}
