import { check, date, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { reference } from "../columns";
import { studies } from "./techniques";
import { threads } from "./threads";

export const articles = pgTable(
  "articles",
  {
    threadId: reference("thread_id")
      .primaryKey()
      .references(() => threads.id, { onDelete: "cascade" }),
    body: text("body").notNull(),
    bodyHtml: text("body_html").notNull(),
    pipeline: integer("pipeline").notNull(),
    reviewer: text("reviewer").notNull(),
    reviewedOn: date("reviewed_on", { mode: "string" }).notNull(),
  },
  (table) => [check("articles_body_length", sql`char_length(${table.body}) <= 60000`)],
);

/** The studies that an article cites, in the order of its numbered sources. */
export const articleStudies = pgTable(
  "article_studies",
  {
    threadId: reference("thread_id")
      .notNull()
      .references(() => articles.threadId, { onDelete: "cascade" }),
    studyId: text("study_id")
      .notNull()
      .references(() => studies.id),
    position: integer("position").notNull(),
  },
  (table) => [primaryKey({ columns: [table.threadId, table.studyId] })],
);
