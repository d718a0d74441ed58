export type Role = "member" | "provider" | "editor" | "moderator" | "admin";

/** What a moderator decided that somebody may not do for now: write; or use the account, for a time or for good. */
export type Restriction = "silence" | "suspend" | "ban";

/** Who asks. `memberId` and `handle` are null between the first sign-in and the choice of a handle. */
export type Viewer = {
  accountId: number;
  memberId: number | null;
  handle: string | null;
  role: Role;
  /** Joined within the last days and has few approved contributions: writes slower, and what comes first waits. */
  newcomer: boolean;
  /** The strongest one in force. */
  restriction: Restriction | null;
  /** The session was last moved on a day ago or more. */
  renewalDue?: boolean;
};

/** Whose page it is, and what its slots are filled with. */
export type Reader = { viewer: Viewer; state: ReaderState };

export type ReaderState = {
  follow: "watch" | "follow" | "off" | "none";
  /** Whether they blocked or muted what the page is about; "muted" is for people, whom one can block as well. */
  quiet: "on" | "muted" | "off" | "none";
  reactions: { position: number; kind: string }[];
  /** Things that are new at `/me/notifications`, up to ten: threads, statements, and answers to appeals. */
  unread: number;
  /** What they do not want to see: words of these members, these techniques and threads, and texts with these words. */
  blocked: number[];
  mutedMembers: number[];
  mutedTechniques: number[];
  mutedThreads: number[];
  mutedWords: string[];
};

/** So long is somebody new: spammers give up, and nobody notices who came to be heard. */
export const newcomerDays = 7;
/** With so many contributions that were approved, nobody is new any more. */
export const approvedContributions = 3;
/** What stands this long counts as approved; so does at once what a moderator let through. */
export const approvedAfterHours = 24;

/** A member who acts. */
export type Actor = {
  memberId: number;
  handle: string;
  role: Role;
  newcomer: boolean;
  /** True for a person at a form: rate rules count. Jobs, seeds and tests write at their own pace. */
  paced: boolean;
};

export function asActor(viewer: Viewer | null): Actor | null {
  if (!viewer?.memberId || !viewer.handle) return null;
  const { memberId, handle, role, newcomer } = viewer;
  return { memberId, handle, role, newcomer, paced: true };
}

/** Their account is closed for now: of their own pages they keep those about decisions and their data. */
export function isShutOut(viewer: { restriction: Restriction | null } | null): boolean {
  return viewer?.restriction === "suspend" || viewer?.restriction === "ban";
}

export function isStaff(actor: { role: Role } | null): boolean {
  return actor?.role === "moderator" || actor?.role === "admin";
}
