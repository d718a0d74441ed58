import { sql } from "drizzle-orm";
import { check, index, integer, pgEnum, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { createdAt, id, moment, reference } from "../columns";
import { citext, identity } from "./identity";
import { members } from "./members";
import { threads } from "./threads";

/** Who asked for the newsletter, members or not. Shown to nobody; the row goes when they leave. */
export const newsletterSubscribers = identity.table(
  "newsletter_subscribers",
  {
    id: id(),
    email: citext("email").notNull().unique(),
    /** When the link to confirm was last asked for; it is good for 48 hours from then. */
    requestedAt: moment("requested_at").notNull().defaultNow(),
    confirmedAt: moment("confirmed_at"),
  },
  (table) => [
    index("newsletter_subscribers_confirmed")
      .on(table.id)
      .where(sql`confirmed_at IS NOT NULL`),
    index("newsletter_subscribers_unconfirmed")
      .on(table.requestedAt)
      .where(sql`confirmed_at IS NULL`),
  ],
);

/** One issue. It is a draft without `scheduled_for`; a constraint of migration 0014 keeps 7 days between two of them. */
export const newsletterIssues = pgTable(
  "newsletter_issues",
  {
    id: id(),
    subject: text("subject").notNull(),
    introduction: text("introduction").notNull(),
    introductionHtml: text("introduction_html").notNull(),
    pipeline: integer("pipeline").notNull(),
    /** Grows with each edit, so that two editors at once do not undo each other. */
    version: integer("version").notNull().default(1),
    writtenBy: reference("written_by")
      .notNull()
      .references(() => members.id),
    createdAt: createdAt(),
    scheduledFor: moment("scheduled_for"),
    scheduledBy: reference("scheduled_by").references(() => members.id),
    startedAt: moment("started_at"),
    /** When the last mail of it was sent, or tried. */
    triedAt: moment("tried_at"),
    finishedAt: moment("finished_at"),
    /** Not sent, or no further: not one of its articles could be read by everyone any more. */
    emptiedAt: moment("emptied_at"),
    sentCount: integer("sent_count").notNull().default(0),
    bouncedCount: integer("bounced_count").notNull().default(0),
    /** Who left between this issue and the next. */
    leftCount: integer("left_count").notNull().default(0),
  },
  (table) => [
    index("newsletter_issues_open")
      .on(table.scheduledFor)
      .where(sql`scheduled_for IS NOT NULL AND finished_at IS NULL AND emptied_at IS NULL`),
    index("newsletter_issues_scheduled")
      .on(table.scheduledFor)
      .where(sql`scheduled_for IS NOT NULL`),
    index("newsletter_issues_started")
      .on(table.startedAt)
      .where(sql`started_at IS NOT NULL`),
    check("newsletter_issues_subject_length", sql`char_length(${table.subject}) between 1 and 100`),
    check("newsletter_issues_introduction_length", sql`char_length(${table.introduction}) <= 5000`),
    check(
      "newsletter_issues_schedule_has_author",
      sql`(${table.scheduledFor} IS NULL) = (${table.scheduledBy} IS NULL)`,
    ),
    check(
      "newsletter_issues_started_when_due",
      sql`${table.startedAt} IS NULL OR ${table.startedAt} >= ${table.scheduledFor}`,
    ),
    check("newsletter_issues_ends_once", sql`num_nonnulls(${table.finishedAt}, ${table.emptiedAt}) <= 1`),
  ],
);

/** What an issue tells of, in its order. Title and summary are read when it is sent. */
export const newsletterArticles = pgTable(
  "newsletter_articles",
  {
    issueId: reference("issue_id")
      .notNull()
      .references(() => newsletterIssues.id, { onDelete: "cascade" }),
    threadId: reference("thread_id")
      .notNull()
      .references(() => threads.id, { onDelete: "cascade" }),
    position: integer("position").notNull(),
  },
  (table) => [primaryKey({ columns: [table.issueId, table.threadId] }), index().on(table.threadId)],
);

export const deliveryStateEnum = pgEnum("delivery_state", ["sent", "bounced"]);

/** Each mail of an issue, once. When somebody leaves, their number stays and leads nowhere. */
export const newsletterDeliveries = pgTable(
  "newsletter_deliveries",
  {
    issueId: reference("issue_id")
      .notNull()
      .references(() => newsletterIssues.id),
    subscriberId: reference("subscriber_id").notNull(),
    state: deliveryStateEnum("state").notNull(),
    at: moment("at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.issueId, table.subscriberId] })],
);
