import type { Client } from "pg";

/** The role under which the application reads and writes. It owns nothing, so row-level security holds for it. */
export const applicationRole = process.env.DATABASE_ROLE ?? "unknot_app";

/** Changed by the database's own rules alone; at first too, whatever an INSERT says. */
const keptByRules = ["thread_id", "seal", "standing", "withdrawn_at", "region", "shown_at", "counted_at", "quoted_at"];

/**
 * Makes the application's role, if the cluster has none, and gives it what it needs. Running it again changes nothing.
 * @throws the driver's error, code 42501, where the user of DATABASE_URL may not make roles
 */
export async function prepareRole(client: Client): Promise<void> {
  const role = client.escapeIdentifier(applicationRole);
  const known = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [applicationRole]);
  if (known.rowCount === 0) await makeRole(client, role);
  const { rows } = await client.query<{ member: boolean }>("SELECT pg_has_role($1, 'SET') AS member", [
    applicationRole,
  ]);
  if (!rows[0]?.member) await client.query(`GRANT ${role} TO CURRENT_USER`);
  for (const schema of ["public", "identity"]) {
    await client.query(`GRANT USAGE ON SCHEMA ${schema} TO ${role};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${role};
      GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${schema} TO ${role};
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${schema} TO ${role}`);
  }
  const columns = await client.query<{ list: string }>(
    `SELECT string_agg(quote_ident(attname), ', ') AS list FROM pg_attribute
     WHERE attrelid = 'health.testimonials'::regclass AND attnum > 0 AND NOT attisdropped AND attname <> ALL ($1)`,
    [keptByRules],
  );
  const list = columns.rows[0]?.list ?? "";
  await client.query(`GRANT USAGE ON SCHEMA health TO ${role};
    GRANT SELECT, INSERT, UPDATE (${list}) ON health.testimonials TO ${role};
    GRANT SELECT, INSERT, UPDATE ON health.follow_ups TO ${role};
    GRANT SELECT, INSERT ON health.consents TO ${role};
    GRANT SELECT, INSERT, UPDATE, DELETE ON health.quotes TO ${role};
    GRANT SELECT ON health.counts, health.shown, health.shown_follow_ups, health.quotable TO ${role};
    GRANT EXECUTE ON FUNCTION health.recount(), health.erase_withdrawn(timestamptz), health.put_words(bigint, text, text, text, text), health.kept_off(answer_field[], answer_field) TO ${role}`);
}

/** Two starts at once may both find that it is missing; the second one's failure is no fault. */
async function makeRole(client: Client, role: string): Promise<void> {
  await client.query(
    `DO $$ BEGIN CREATE ROLE ${role} NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`,
  );
}
