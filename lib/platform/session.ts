import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { sha256 } from "./ids";

/** A session ends this long after its last use. */
export const sessionSeconds = 30 * 24 * 3600;

/** Moves the end of a session on, at most once a day; the browser's cookie is renewed with it. */
export async function renewSession(token: string): Promise<void> {
  await db.execute(sql`
    UPDATE identity.sessions SET seen_at = now(), expires_at = now() + make_interval(secs => ${sessionSeconds})
    WHERE token_hash = ${sha256(token)} AND expires_at > now()`);
}
