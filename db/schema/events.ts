import { index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, id, reference } from "../columns";
import { members } from "./members";
import { threads } from "./threads";

/** What happened, written in the transaction in which it happened. Ids and codes only, never anybody's words. */
export const events = pgTable(
  "events",
  {
    id: id(),
    kind: text("kind").notNull(),
    actorId: reference("actor_id").references(() => members.id),
    threadId: reference("thread_id").references(() => threads.id, { onDelete: "cascade" }),
    detail: jsonb("detail").$type<Record<string, string | number | null>>().notNull(),
    createdAt: createdAt(),
  },
  (table) => [index().on(table.threadId), index().on(table.createdAt)],
);
