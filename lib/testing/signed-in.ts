import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { randomToken, sha256 } from "@/lib/platform/ids";
import { sessionCookieName } from "@/lib/platform/session-cookie";
import { aWord } from "./factories";

/** Somebody with a session, as a browser carries it. */
export type SignedIn = { accountId: number; token: string; cookies: Record<string, string> };

const cookie = sessionCookieName(false);

/** Signs in whoever has this account, with a handle or still without one. */
export async function signedIn(accountId: number | null): Promise<SignedIn> {
  if (accountId === null) throw new Error("there is no account to sign in");
  const token = randomToken();
  await db.execute(sql`
    INSERT INTO identity.sessions (token_hash, account_id, expires_at)
    VALUES (${sha256(token)}, ${accountId}, now() + interval '1 day')`);
  return { accountId, token, cookies: { [cookie]: token } };
}

/** Many members at once, each signed in and here for long enough that nothing about newcomers applies. */
export async function manySignedIn(count: number): Promise<SignedIn[]> {
  const people = Array.from({ length: count }, () => ({ handle: aWord(), token: randomToken() }));
  const rows = JSON.stringify(people.map(({ handle, token }) => ({ handle, hash: sha256(token) })));
  const made = await db.execute<{ handle: string; account: number }>(sql`
    WITH given AS (SELECT * FROM json_to_recordset(${rows}::json) AS g(handle text, hash text)),
    a AS (
      INSERT INTO identity.accounts (email, name) SELECT handle || '@example.org', 'Ana' FROM given RETURNING id, email),
    m AS (
      INSERT INTO members (account_id, handle, handle_skeleton, joined_at)
      SELECT a.id, handle, handle, now() - interval '60 days' FROM given JOIN a ON a.email = handle || '@example.org'
      RETURNING handle, account_id),
    s AS (
      INSERT INTO identity.sessions (token_hash, account_id, expires_at)
      SELECT hash, account_id, now() + interval '1 day' FROM m JOIN given USING (handle))
    SELECT handle, account_id::int AS account FROM m`);
  const tokens = new Map(people.map(({ handle, token }) => [handle, token]));
  return made.map(({ handle, account }) => {
    const token = tokens.get(handle) ?? "";
    return { accountId: account, token, cookies: { [cookie]: token } };
  });
}
