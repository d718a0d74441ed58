import { sql } from "drizzle-orm";
import { type AnyPgColumn, boolean, check, index, pgEnum, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, id, moment, reference } from "../columns";
import { accounts } from "./identity";

export const roleEnum = pgEnum("role", ["member", "provider", "editor", "moderator", "admin"]);

/** A persona is a name made for one testimonial: no account, no profile, nothing that leads to a person. */
export const memberKindEnum = pgEnum("member_kind", ["member", "persona"]);

export const members = pgTable(
  "members",
  {
    id: id(),
    /** Null once the account is deleted: what was left behind belongs to nobody. */
    accountId: reference("account_id")
      .unique()
      .references(() => accounts.id, { onDelete: "set null" }),
    kind: memberKindEnum("kind").notNull().default("member"),
    handle: text("handle").notNull().unique(),
    /** The handle with look-alike characters folded (0/o, 1/l/i, _ dropped), so that nobody can pose as somebody else. */
    handleSkeleton: text("handle_skeleton").notNull(),
    role: roleEnum("role").notNull().default("member"),
    /** What a provider does for a living, shown beside the label. */
    credential: text("credential"),
    bio: text("bio").notNull().default(""),
    bioHtml: text("bio_html").notNull().default(""),
    /** Whether writing under a thread begins to follow it. */
    followsOnReply: boolean("follows_on_reply").notNull().default(true),
    /** A moderator hid what the member wrote about themselves. */
    bioHiddenAt: moment("bio_hidden_at"),
    bioHiddenBy: reference("bio_hidden_by").references((): AnyPgColumn => members.id),
    joinedAt: moment("joined_at").notNull().defaultNow(),
    /** The two latest visits to the feed; what is newer than the earlier one is shown as new. */
    feedSeenAt: moment("feed_seen_at"),
    feedSeenBeforeAt: moment("feed_seen_before_at"),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("members_handle_skeleton").on(table.handleSkeleton),
    index("members_role")
      .on(table.role)
      .where(sql`role <> 'member'`),
    check("members_handle_shape", sql`${table.handle} ~ '^[a-z0-9_]{3,24}$'`),
    check(
      "members_persona_is_nobody",
      sql`${table.kind} = 'member' OR (${table.accountId} IS NULL AND ${table.role} = 'member' AND ${table.credential} IS NULL
        AND ${table.bio} = '' AND ${table.bioHtml} = '' AND ${table.feedSeenAt} IS NULL AND ${table.feedSeenBeforeAt} IS NULL)`,
    ),
    check("members_persona_handle", sql`(${table.kind} = 'persona') = starts_with(${table.handle}, 'someone_')`),
    check("members_bio_hidden_has_author", sql`${table.bioHiddenBy} IS NULL OR ${table.bioHiddenAt} IS NOT NULL`),
    check("members_bio_length", sql`char_length(${table.bio}) <= 500`),
  ],
);
