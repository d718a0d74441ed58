import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, id, reference } from "../columns";
import { comments } from "./comments";
import { members } from "./members";
import { threads } from "./threads";

export const posts = pgTable(
  "posts",
  {
    threadId: reference("thread_id")
      .primaryKey()
      .references(() => threads.id, { onDelete: "cascade" }),
    body: text("body").notNull(),
    bodyHtml: text("body_html").notNull(),
    /** Version of the Markdown pipeline that made the HTML. */
    pipeline: integer("pipeline").notNull(),
  },
  (table) => [check("posts_body_length", sql`char_length(${table.body}) <= 20000`)],
);

/** What a text was before an edit made after the free window. Shown to members. */
export const revisions = pgTable(
  "revisions",
  {
    id: id(),
    threadId: reference("thread_id").references(() => threads.id, { onDelete: "cascade" }),
    commentId: reference("comment_id").references(() => comments.id, { onDelete: "cascade" }),
    editedBy: reference("edited_by")
      .notNull()
      .references(() => members.id),
    title: text("title"),
    body: text("body").notNull(),
    bodyHtml: text("body_html").notNull(),
    /** When this wording was replaced. */
    createdAt: createdAt(),
  },
  (table) => [
    index().on(table.threadId, table.createdAt),
    index().on(table.commentId, table.createdAt),
    check("revisions_one_subject", sql`num_nonnulls(${table.threadId}, ${table.commentId}) = 1`),
  ],
);
