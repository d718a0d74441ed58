import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgEnum, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { createdAt, moment, reference } from "../columns";
import { events } from "./events";
import { mailChoiceEnum, mailings } from "./mailings";
import { members } from "./members";
import { threads } from "./threads";

/** Why somebody hears of it, the nearest to them first. */
export const notificationKindEnum = pgEnum("notification_kind", [
  "reply",
  "mention",
  "comment",
  "thread",
  "thanks",
  "quoted",
]);

/**
 * One row a recipient and event, so that however often an event is spread, nobody hears of it twice. What stands on a
 * page is grouped by thread when it is read.
 */
export const notifications = pgTable(
  "notifications",
  {
    memberId: reference("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    eventId: reference("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    kind: notificationKindEnum("kind").notNull(),
    threadId: reference("thread_id")
      .notNull()
      .references(() => threads.id, { onDelete: "cascade" }),
    /** The comment that it is about; 0 for the thread itself. */
    position: integer("position").notNull(),
    /** Who did it; null where it was nobody in particular. */
    actorId: reference("actor_id").references(() => members.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
    readAt: moment("read_at"),
    /** How it is to reach its member by mail, as they had chosen when it happened. */
    mail: mailChoiceEnum("mail").notNull().default("never"),
    /** Not before this: quiet hours, or a pause. Of what is to be mailed at once and has no mail yet. */
    mailAfter: moment("mail_after"),
    /** The mail that tells of it. */
    mailingId: reference("mailing_id").references(() => mailings.id, { onDelete: "set null" }),
  },
  (table) => [
    primaryKey({ columns: [table.memberId, table.eventId] }),
    index("notifications_to_mail")
      .on(table.mailAfter)
      .where(sql`mail_after IS NOT NULL`),
    index("notifications_of_mailing")
      .on(table.mailingId)
      .where(sql`mailing_id IS NOT NULL`),
    check(
      "notifications_waits_for_a_mail",
      sql`${table.mailAfter} IS NULL OR (${table.mail} = 'at_once' AND ${table.mailingId} IS NULL)`,
    ),
    index("notifications_unread")
      .on(table.memberId, table.threadId)
      .where(sql`read_at IS NULL`),
    index("notifications_newest").on(table.memberId, table.createdAt.desc().nullsFirst()),
    index("notifications_of_event").on(table.eventId),
    index("notifications_of_thread").on(table.threadId),
    check("notifications_position", sql`${table.position} >= 0`),
    check("notifications_not_own", sql`${table.memberId} IS DISTINCT FROM ${table.actorId}`),
  ],
);

/** How far a member has read a thread: the number of its last comment when they last had it before them. */
export const readings = pgTable(
  "readings",
  {
    memberId: reference("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    threadId: reference("thread_id")
      .notNull()
      .references(() => threads.id, { onDelete: "cascade" }),
    position: integer("position").notNull(),
    at: moment("at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.memberId, table.threadId] }),
    index("readings_of_thread").on(table.threadId),
    check("readings_position", sql`${table.position} >= 0`),
  ],
);

/** What a member chose for one kind, where it is not what is usual (`lib/notifications/schema.ts`). */
export const hearingChoices = pgTable(
  "hearing_choices",
  {
    memberId: reference("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    kind: notificationKindEnum("kind").notNull(),
    /** Whether it stands at `/me/notifications`. */
    onSite: boolean("on_site").notNull(),
    mail: mailChoiceEnum("mail").notNull(),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.kind] })],
);
