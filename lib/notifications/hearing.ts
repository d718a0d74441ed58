import { sql, type SQL } from "drizzle-orm";
import { notificationKinds, usualMail } from "./schema";

const usual = sql.raw(notificationKinds.map((kind) => `WHEN '${kind}' THEN '${usualMail[kind]}'`).join(" "));

/**
 * How a kind of thing is to reach a member by mail now.
 * @param kind the column that holds it
 * @param choice the member's row of `hearing_choices` for it, joined from the left
 */
export function mailChoiceFor(kind: SQL, choice: SQL): SQL {
  return sql`coalesce(${choice}.mail, (CASE ${kind}::text ${usual} END)::mail_choice)`;
}
