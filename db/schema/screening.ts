import { sql } from "drizzle-orm";
import { check, index, pgEnum, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, id, moment, reference } from "../columns";
import { comments } from "./comments";
import { members } from "./members";
import { audienceEnum, threadKindEnum, threads } from "./threads";

/** What a phrase does: refuse the text, hold it, tell moderators, or show its author a note first. */
export const watchActEnum = pgEnum("watch_act", ["block", "hold", "flag", "note"]);

/** Words that staff watch for. */
export const watchedPhrases = pgTable(
  "watched_phrases",
  {
    id: id(),
    phrase: text("phrase").notNull(),
    act: watchActEnum("act").notNull(),
    /** What the author reads when it is refused, or before it is sent. */
    note: text("note").notNull().default(""),
    createdBy: reference("created_by")
      .notNull()
      .references(() => members.id),
    createdAt: createdAt(),
    retiredAt: moment("retired_at"),
    retiredBy: reference("retired_by").references(() => members.id),
  },
  (table) => [
    uniqueIndex("watched_phrases_once")
      .on(table.phrase)
      .where(sql`retired_at IS NULL`),
    check("watched_phrases_length", sql`char_length(${table.phrase}) between 2 and 100`),
    check(
      "watched_phrases_note",
      sql`char_length(${table.note}) <= 500 AND (${table.act} <> 'note' OR ${table.note} <> '')`,
    ),
  ],
);

/** Hosts that newcomers may link to at once. */
export const allowedHosts = pgTable("allowed_hosts", {
  host: text("host").primaryKey(),
  addedBy: reference("added_by").references(() => members.id),
  createdAt: createdAt(),
});

/** An edit that waits until a moderator has read it. What stood before is shown until then. */
export const heldEdits = pgTable(
  "held_edits",
  {
    id: id(),
    threadId: reference("thread_id").references(() => threads.id, { onDelete: "cascade" }),
    commentId: reference("comment_id").references(() => comments.id, { onDelete: "cascade" }),
    kind: threadKindEnum("kind"),
    audience: audienceEnum("audience"),
    title: text("title"),
    body: text("body").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("held_edits_of_thread").on(table.threadId),
    uniqueIndex("held_edits_of_comment").on(table.commentId),
    index("held_edits_by_time").on(table.createdAt),
    check("held_edits_one_subject", sql`num_nonnulls(${table.threadId}, ${table.commentId}) = 1`),
  ],
);
