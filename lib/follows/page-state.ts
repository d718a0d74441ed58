import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Viewer } from "@/lib/platform/actor";
import type { Subject } from "./schema";

/** What one reader's slots on one page are filled with. */
export type PageState = {
  follow: "on" | "off" | "none";
  reactions: { position: number; kind: string }[];
  /** Statements of moderators not opened yet. */
  unread: number;
};

const unread = sql<number>`(SELECT count(*)::int FROM statements WHERE member_id = ${sql.placeholder("me")} AND seen_at IS NULL)`;
const followed = (column: "technique_id" | "thread_id" | "member_id") =>
  sql<boolean>`EXISTS (SELECT 1 FROM follows WHERE follower_id = ${sql.placeholder("me")} AND ${sql.raw(column)} = ${sql.placeholder("subject")})`;
const reacted = sql<PageState["reactions"]>`(
  SELECT coalesce(json_agg(json_build_object('position', position, 'kind', kind)), '[]')
  FROM reactions WHERE member_id = ${sql.placeholder("me")} AND thread_id = ${sql.placeholder("subject")})`;
const one = sql`(SELECT 1) AS one`;

const ofThread = db
  .select({ unread, followed: followed("thread_id"), reactions: reacted })
  .from(one)
  .prepare("page_state_thread");
const ofTechnique = db
  .select({ unread, followed: followed("technique_id") })
  .from(one)
  .prepare("page_state_technique");
const ofMember = db
  .select({ unread, followed: followed("member_id") })
  .from(one)
  .prepare("page_state_member");
const ofNothing = db.select({ unread }).from(one).prepare("page_state");

const nothing: PageState = { follow: "none", reactions: [], unread: 0 };

/** One prepared query, for every page that a signed-in member opens. */
export async function getPageState(viewer: Viewer, subject: Subject | null): Promise<PageState> {
  if (!viewer.memberId) return nothing;
  const given = { me: viewer.memberId, subject: subject?.id };
  if (!subject) return { ...nothing, ...(await ofNothing.execute(given))[0] };
  if (subject.kind === "thread") {
    const [row] = await ofThread.execute(given);
    return row ? { follow: row.followed ? "on" : "off", reactions: row.reactions, unread: row.unread } : nothing;
  }
  const [row] = await (subject.kind === "technique" ? ofTechnique : ofMember).execute(given);
  return row ? { follow: row.followed ? "on" : "off", reactions: [], unread: row.unread } : nothing;
}
