import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgEnum, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, id, moment, reference } from "../columns";
import { members } from "./members";
import { techniques } from "./techniques";

export const threadKindEnum = pgEnum("thread_kind", ["question", "experience", "advice", "testimonial", "article"]);
export const audienceEnum = pgEnum("audience", ["public", "members"]);

/** What people can talk under: the supertype that lists, orders, hides and follows. Posts, testimonials and articles share its id. */
export const threads = pgTable(
  "threads",
  {
    id: id(),
    kind: threadKindEnum("kind").notNull(),
    audience: audienceEnum("audience").notNull(),
    /** Null for an article about no single technique. */
    techniqueId: reference("technique_id").references(() => techniques.id),
    authorId: reference("author_id")
      .notNull()
      .references(() => members.id),
    title: text("title").notNull(),
    slug: text("slug").notNull(),
    /** The beginning of the text as plain words, for lists and feeds. */
    excerpt: text("excerpt").notNull(),
    createdAt: createdAt(),
    editedAt: moment("edited_at"),
    publishedAt: moment("published_at").notNull().defaultNow(),
    lastActivityAt: moment("last_activity_at").notNull().defaultNow(),
    /** Positions given so far; removed comments keep theirs. */
    lastPosition: integer("last_position").notNull().default(0),
    /** How many thanked for the thread itself. */
    thanksCount: integer("thanks_count").notNull().default(0),
    /** Comments that can be read now. */
    commentCount: integer("comment_count").notNull().default(0),
    lockedAt: moment("locked_at"),
    lockedBy: reference("locked_by").references(() => members.id),
    hiddenAt: moment("hidden_at"),
    hiddenBy: reference("hidden_by").references(() => members.id),
    removedAt: moment("removed_at"),
    removedBy: reference("removed_by").references(() => members.id),
    withdrawnAt: moment("withdrawn_at"),
    /** Waits for a moderator before anybody sees it. */
    heldAt: moment("held_at"),
    /** Everybody writes under it less often for now. */
    slowedAt: moment("slowed_at"),
    slowedBy: reference("slowed_by").references(() => members.id),
    /** A moderator asked its author to change it. */
    editAskedAt: moment("edit_asked_at"),
    /** A testimonial whose author lets its answers count, and not be seen. */
    unshownAt: moment("unshown_at"),
    visible: boolean("visible")
      .notNull()
      .generatedAlwaysAs(
        sql`hidden_at IS NULL AND removed_at IS NULL AND withdrawn_at IS NULL AND held_at IS NULL AND unshown_at IS NULL`,
      ),
    idempotencyKey: text("idempotency_key"),
  },
  (table) => [
    index("threads_by_activity")
      .on(table.lastActivityAt.desc().nullsFirst(), table.id.desc().nullsFirst())
      .where(sql`visible`),
    index("threads_by_audience_activity")
      .on(table.audience, table.lastActivityAt.desc().nullsFirst(), table.id.desc().nullsFirst())
      .where(sql`visible`),
    index("threads_by_technique_activity")
      .on(table.techniqueId, table.lastActivityAt.desc().nullsFirst(), table.id.desc().nullsFirst())
      .where(sql`visible`),
    index("threads_by_technique_kind_activity")
      .on(table.techniqueId, table.kind, table.lastActivityAt.desc().nullsFirst(), table.id.desc().nullsFirst())
      .where(sql`visible`),
    index("threads_by_kind_published")
      .on(table.kind, table.publishedAt.desc().nullsFirst(), table.id.desc().nullsFirst())
      .where(sql`visible`),
    index("threads_by_technique_kind_published")
      .on(table.techniqueId, table.kind, table.publishedAt.desc().nullsFirst(), table.id.desc().nullsFirst())
      .where(sql`visible`),
    index("testimonials_by_thanks")
      .on(table.thanksCount.desc().nullsFirst(), table.id.desc().nullsFirst())
      .where(sql`visible AND kind = 'testimonial'`),
    index("testimonials_by_technique_thanks")
      .on(table.techniqueId, table.thanksCount.desc().nullsFirst(), table.id.desc().nullsFirst())
      .where(sql`visible AND kind = 'testimonial'`),
    index("threads_by_author").on(table.authorId, table.publishedAt.desc().nullsFirst(), table.id.desc().nullsFirst()),
    index("threads_by_author_activity")
      .on(table.authorId, table.lastActivityAt.desc().nullsFirst(), table.id.desc().nullsFirst())
      .where(sql`visible`),
    uniqueIndex("threads_article_slug")
      .on(table.slug)
      .where(sql`kind = 'article'`),
    index("threads_by_creation").on(table.createdAt.desc().nullsFirst(), table.id.desc().nullsFirst()),
    index("threads_held")
      .on(table.authorId)
      .where(sql`held_at IS NOT NULL`),
    uniqueIndex("threads_once").on(table.authorId, table.idempotencyKey),
    index("threads_withdrawn")
      .on(table.withdrawnAt)
      .where(sql`withdrawn_at IS NOT NULL`),
    check("threads_unshown_testimonial", sql`${table.unshownAt} IS NULL OR ${table.kind} = 'testimonial'`),
    check("threads_title_length", sql`char_length(${table.title}) between 1 and 150`),
    check("threads_technique_given", sql`${table.techniqueId} IS NOT NULL OR ${table.kind} = 'article'`),
    check("threads_lock_has_author", sql`(${table.lockedAt} IS NULL) = (${table.lockedBy} IS NULL)`),
    // The software hides after reports, so that there may be nobody who did.
    check("threads_hidden_has_author", sql`${table.hiddenBy} IS NULL OR ${table.hiddenAt} IS NOT NULL`),
    check("threads_removed_has_author", sql`(${table.removedAt} IS NULL) = (${table.removedBy} IS NULL)`),
    check("threads_slowed_has_author", sql`(${table.slowedAt} IS NULL) = (${table.slowedBy} IS NULL)`),
    check("threads_counts", sql`${table.commentCount} between 0 and ${table.lastPosition}`),
  ],
);
