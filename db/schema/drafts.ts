import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, moment, reference } from "../columns";
import { members } from "./members";

/**
 * What members have typed and not sent. Nothing in a row can be read without the secret of the settings, not even what
 * it is a draft of: that would tell who is behind a persona. `docs/decisions/0014-drafts.md` tells how.
 */
export const drafts = pgTable(
  "drafts",
  {
    id: id(),
    memberId: reference("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    /** Which form it belongs to, as a fingerprint for this member. */
    place: text("place").notNull(),
    /** The open page that saved it last, which may save it again. */
    writer: text("writer").notNull(),
    /** Another page may go on with it that saw this version, and no older one. */
    version: integer("version").notNull().default(1),
    sealed: text("sealed").notNull(),
    /** When its words were typed. */
    savedAt: moment("saved_at").notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex("drafts_one_for_each_page").on(table.memberId, table.writer),
    index("drafts_of_member").on(table.memberId, table.savedAt.desc().nullsFirst(), table.id.desc().nullsFirst()),
    index("drafts_by_age").on(table.savedAt),
    check("drafts_sealed_length", sql`char_length(${table.sealed}) <= 700000`),
  ],
);
