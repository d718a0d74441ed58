export type Role = "member" | "provider" | "editor" | "moderator" | "admin";

/** Who asks. `memberId` and `handle` are null between the first sign-in and the choice of a handle. */
export type Viewer = {
  accountId: number;
  memberId: number | null;
  handle: string | null;
  role: Role;
  /** The session was last moved on a day ago or more. */
  renewalDue?: boolean;
};

/** A member who acts. */
export type Actor = {
  memberId: number;
  handle: string;
  role: Role;
  /** True for a person at a form: rate rules count. Jobs, seeds and tests write at their own pace. */
  paced: boolean;
};

export function asActor(viewer: Viewer | null): Actor | null {
  if (!viewer?.memberId || !viewer.handle) return null;
  return { memberId: viewer.memberId, handle: viewer.handle, role: viewer.role, paced: true };
}

export function isStaff(actor: { role: Role } | null): boolean {
  return actor?.role === "moderator" || actor?.role === "admin";
}
