import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, smallint } from "drizzle-orm/pg-core";
import { createdAt, moment, reference } from "../columns";
import { members } from "./members";
import { threads } from "./threads";

/** Who said "I have energy today", and for how many first answers. It ends with their day. */
export const energies = pgTable(
  "energies",
  {
    memberId: reference("member_id")
      .primaryKey()
      .references(() => members.id, { onDelete: "cascade" }),
    answers: smallint("answers").notNull(),
    saidAt: moment("said_at").notNull().defaultNow(),
    endsAt: moment("ends_at").notNull(),
  },
  (table) => [
    index("energies_ends_at").on(table.endsAt),
    check("energies_answers", sql`${table.answers} between 0 and 3`),
    check("energies_end_later", sql`${table.endsAt} > ${table.saidAt}`),
  ],
);

/** A thread without an answer that was offered to somebody who had the energy to give one. */
export const offers = pgTable(
  "offers",
  {
    memberId: reference("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    threadId: reference("thread_id")
      .notNull()
      .references(() => threads.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
    /** They would rather not answer this one. */
    passedAt: moment("passed_at"),
  },
  (table) => [
    primaryKey({ columns: [table.memberId, table.threadId] }),
    index("offers_of_thread").on(table.threadId),
    index("offers_newest").on(table.memberId, table.createdAt),
  ],
);
