import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, id, reference } from "../columns";
import { members } from "./members";
import { techniques } from "./techniques";
import { threads } from "./threads";

/** Whose words a member does not want to see, and from whom nothing reaches them. */
export const blocks = pgTable(
  "blocks",
  {
    blockerId: reference("blocker_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    blockedId: reference("blocked_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.blockerId, table.blockedId] }),
    index("blocks_of_member").on(table.blockedId),
    check("blocks_not_self", sql`${table.blockerId} <> ${table.blockedId}`),
  ],
);

/** What a member does not want to be shown: a technique, a thread, or texts with a word. */
export const mutes = pgTable(
  "mutes",
  {
    id: id(),
    memberId: reference("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    techniqueId: reference("technique_id").references(() => techniques.id, { onDelete: "cascade" }),
    threadId: reference("thread_id").references(() => threads.id, { onDelete: "cascade" }),
    word: text("word"),
    createdAt: createdAt(),
  },
  (table) => [
    index("mutes_of_member").on(table.memberId),
    uniqueIndex("mutes_technique")
      .on(table.memberId, table.techniqueId)
      .where(sql`technique_id IS NOT NULL`),
    uniqueIndex("mutes_thread")
      .on(table.memberId, table.threadId)
      .where(sql`thread_id IS NOT NULL`),
    uniqueIndex("mutes_word")
      .on(table.memberId, table.word)
      .where(sql`word IS NOT NULL`),
    check("mutes_one_subject", sql`num_nonnulls(${table.techniqueId}, ${table.threadId}, ${table.word}) = 1`),
    check("mutes_word_length", sql`char_length(${table.word}) between 2 and 60`),
  ],
);
