import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, integer, pgTable, text, unique, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, id, moment, reference } from "../columns";
import { members } from "./members";
import { threads } from "./threads";

export const comments = pgTable(
  "comments",
  {
    id: id(),
    threadId: reference("thread_id")
      .notNull()
      .references(() => threads.id, { onDelete: "cascade" }),
    /** 1, 2, 3… in the thread, given under the lock of the thread's row and never given again. */
    position: integer("position").notNull(),
    authorId: reference("author_id")
      .notNull()
      .references(() => members.id),
    replyToPosition: integer("reply_to_position"),
    body: text("body").notNull(),
    bodyHtml: text("body_html").notNull(),
    pipeline: integer("pipeline").notNull(),
    createdAt: createdAt(),
    editedAt: moment("edited_at"),
    hiddenAt: moment("hidden_at"),
    hiddenBy: reference("hidden_by").references(() => members.id),
    removedAt: moment("removed_at"),
    removedBy: reference("removed_by").references(() => members.id),
    withdrawnAt: moment("withdrawn_at"),
    /** Waits for a moderator before anybody sees it. */
    heldAt: moment("held_at"),
    /** A moderator asked its author to change it. */
    editAskedAt: moment("edit_asked_at"),
    visible: boolean("visible")
      .notNull()
      .generatedAlwaysAs(sql`hidden_at IS NULL AND removed_at IS NULL AND withdrawn_at IS NULL AND held_at IS NULL`),
    idempotencyKey: text("idempotency_key"),
  },
  (table) => [
    unique("comments_position").on(table.threadId, table.position),
    index("comments_by_author").on(table.authorId, table.createdAt.desc().nullsFirst(), table.id.desc().nullsFirst()),
    index("comments_by_creation").on(table.createdAt.desc().nullsFirst(), table.id.desc().nullsFirst()),
    index("comments_held")
      .on(table.authorId)
      .where(sql`held_at IS NOT NULL`),
    uniqueIndex("comments_once").on(table.authorId, table.idempotencyKey),
    index("comments_withdrawn")
      .on(table.withdrawnAt)
      .where(sql`withdrawn_at IS NOT NULL`),
    foreignKey({
      name: "comments_reply_in_thread",
      columns: [table.threadId, table.replyToPosition],
      foreignColumns: [table.threadId, table.position],
    }),
    check("comments_reply_before", sql`${table.replyToPosition} < ${table.position}`),
    check("comments_body_length", sql`char_length(${table.body}) <= 10000`),
    check("comments_hidden_has_author", sql`${table.hiddenBy} IS NULL OR ${table.hiddenAt} IS NOT NULL`),
    check("comments_removed_has_author", sql`(${table.removedAt} IS NULL) = (${table.removedBy} IS NULL)`),
  ],
);
