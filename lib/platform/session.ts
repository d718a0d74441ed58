import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Role, Viewer } from "./actor";
import { sha256 } from "./ids";

/** A session ends this long after its last use. */
export const sessionSeconds = 30 * 24 * 3600;

const viewerQuery = db
  .select({
    accountId: sql<number>`a.id::float8`,
    memberId: sql<number | null>`m.id::float8`,
    handle: sql<string | null>`m.handle`,
    role: sql<Role>`coalesce(m.role, 'member')`,
    renewalDue: sql<boolean>`s.seen_at < now() - interval '1 day'`,
  })
  .from(
    sql`identity.sessions s JOIN identity.accounts a ON a.id = s.account_id LEFT JOIN public.members m ON m.account_id = a.id`,
  )
  .where(sql`s.token_hash = ${sql.placeholder("tokenHash")} AND s.expires_at > now()`)
  .prepare("find_viewer");

/**
 * Whose session this is. One prepared query, for the hot path of every signed-in page.
 * @param token the value of the session cookie
 */
export async function findViewer(token: string): Promise<Viewer | null> {
  if (token.length < 20 || token.length > 200) return null;
  const [viewer] = await viewerQuery.execute({ tokenHash: sha256(token) });
  return viewer ?? null;
}

/** Moves the end of a session on, at most once a day; the browser's cookie is renewed with it. */
export async function renewSession(token: string): Promise<void> {
  await db.execute(sql`
    UPDATE identity.sessions SET seen_at = now(), expires_at = now() + make_interval(secs => ${sessionSeconds})
    WHERE token_hash = ${sha256(token)} AND expires_at > now()`);
}
