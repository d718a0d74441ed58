import { sql } from "drizzle-orm";
import { check, index, integer, pgEnum, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { createdAt, reference } from "../columns";
import { members } from "./members";
import { threads } from "./threads";

export const reactionKindEnum = pgEnum("reaction_kind", ["thanks", "same", "hug"]);

/** One reaction a person and thing. Position 0 is the thread itself, any other a comment of it. */
export const reactions = pgTable(
  "reactions",
  {
    memberId: reference("member_id")
      .notNull()
      .references(() => members.id),
    threadId: reference("thread_id")
      .notNull()
      .references(() => threads.id, { onDelete: "cascade" }),
    position: integer("position").notNull(),
    kind: reactionKindEnum("kind").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.memberId, table.threadId, table.position] }),
    index("reactions_on_thread").on(table.threadId, table.position, table.kind),
    check("reactions_position", sql`${table.position} >= 0`),
  ],
);
