import { sql } from "drizzle-orm";
import { boolean, check, index, pgEnum, pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";
import { createdAt, id, moment, reference } from "../columns";
import { members } from "./members";
import { threads } from "./threads";

/** How something reaches a member by mail. */
export const mailChoiceEnum = pgEnum("mail_choice", ["at_once", "digest", "never"]);

export const digestRhythmEnum = pgEnum("digest_rhythm", ["daily", "weekly", "never"]);

/** When and how mails reach a member. Every member has a row from the beginning (a trigger makes it); personas have none. */
export const mailSettings = pgTable(
  "mail_settings",
  {
    memberId: reference("member_id")
      .primaryKey()
      .references(() => members.id, { onDelete: "cascade" }),
    /** A name of the tz database, e.g. "Europe/Berlin". */
    timeZone: text("time_zone").notNull().default("UTC"),
    /** Whole hours of the member's day, 0 to 23; no mail comes from the first to the second. The same twice: no quiet hours. */
    quietFrom: smallint("quiet_from").notNull().default(21),
    quietTo: smallint("quiet_to").notNull().default(8),
    pausedUntil: moment("paused_until"),
    digest: digestRhythmEnum("digest").notNull().default("weekly"),
    /** ISO: 1 is Monday. */
    digestDay: smallint("digest_day").notNull().default(7),
    digestHour: smallint("digest_hour").notNull().default(9),
    /** Null where none comes: by choice, or because nobody came back for long. */
    digestDueAt: moment("digest_due_at"),
    /** Said once, in the last one, that no more come until the member is back. */
    digestStoppedAt: moment("digest_stopped_at"),
    /** Whether mails hold what was written for members only, beyond title and author. */
    wholeText: boolean("whole_text").notNull().default(false),
  },
  (table) => [
    index("mail_settings_digest_due")
      .on(table.digestDueAt)
      .where(sql`digest_due_at IS NOT NULL`),
    check(
      "mail_settings_hours",
      sql`${table.quietFrom} between 0 and 23 AND ${table.quietTo} between 0 and 23 AND ${table.digestHour} between 0 and 23`,
    ),
    check("mail_settings_day", sql`${table.digestDay} between 1 and 7`),
  ],
);

/**
 * One mail of what a member is to hear: about one thread at once, or the digest. It is written before it is sent, with
 * what it tells of, so that it goes once however often somebody begins to send it.
 */
export const mailings = pgTable(
  "mailings",
  {
    id: id(),
    memberId: reference("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    /** Null for the digest. */
    threadId: reference("thread_id").references(() => threads.id, { onDelete: "cascade" }),
    /** The digest that says that no more come. */
    last: boolean("last").notNull().default(false),
    createdAt: createdAt(),
    sentAt: moment("sent_at"),
    /** Nothing of it was left to tell, or the mail cannot arrive. */
    droppedAt: moment("dropped_at"),
  },
  (table) => [
    index("mailings_open")
      .on(table.createdAt)
      .where(sql`sent_at IS NULL AND dropped_at IS NULL`),
    index("mailings_of_member").on(table.memberId, table.threadId),
    index("mailings_of_thread")
      .on(table.threadId)
      .where(sql`thread_id IS NOT NULL`),
    check("mailings_end_once", sql`num_nonnulls(${table.sentAt}, ${table.droppedAt}) <= 1`),
  ],
);

/** Threads that a digest told of, beside notifications: none is told of again. */
export const digested = pgTable(
  "digested",
  {
    memberId: reference("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    threadId: reference("thread_id")
      .notNull()
      .references(() => threads.id, { onDelete: "cascade" }),
    mailingId: reference("mailing_id")
      .notNull()
      .references(() => mailings.id, { onDelete: "cascade" }),
    why: text("why", { enum: ["new_thread", "unanswered", "article"] }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.memberId, table.threadId] }),
    index("digested_of_thread").on(table.threadId),
    index("digested_of_mailing").on(table.mailingId),
  ],
);
