import { newcomerDays, type Actor, type Role, type Viewer } from "@/lib/platform/actor";
import { daysAgo } from "./factories";

type Somebody = { id: number; handle: string; role: Role; joinedAt?: Date };

function isNewcomer({ role, joinedAt }: Somebody): boolean {
  return role === "member" && joinedAt !== undefined && joinedAt > daysAgo(newcomerDays);
}

/** The member as whoever acts. Paced only where a test is about the pace. */
export function actorOf(member: Somebody, { paced = false } = {}): Actor {
  return { memberId: member.id, handle: member.handle, role: member.role, newcomer: isNewcomer(member), paced };
}

/** The member as whoever reads. */
export function viewerOf(member: Somebody & { accountId: number | null }): Viewer {
  const { id: memberId, handle, role } = member;
  return { accountId: member.accountId ?? 0, memberId, handle, role, newcomer: isNewcomer(member), restriction: null };
}
