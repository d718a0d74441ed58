import type { Actor, Role, Viewer } from "@/lib/platform/actor";

type Somebody = { id: number; handle: string; role: Role };

/** The member as whoever acts. Paced only where a test is about the pace. */
export function actorOf(member: Somebody, { paced = false } = {}): Actor {
  return { memberId: member.id, handle: member.handle, role: member.role, paced };
}

/** The member as whoever reads. */
export function viewerOf(member: Somebody & { accountId: number | null }): Viewer {
  return { accountId: member.accountId ?? 0, memberId: member.id, handle: member.handle, role: member.role };
}
