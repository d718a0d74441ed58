import { sql } from "drizzle-orm";
import { check, index, pgEnum, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, id, moment, reference } from "../columns";
import { accounts } from "./identity";

export const roleEnum = pgEnum("role", ["member", "provider", "editor", "moderator", "admin"]);

export const members = pgTable(
  "members",
  {
    id: id(),
    /** Null once the account is deleted: what was left behind belongs to nobody. */
    accountId: reference("account_id")
      .unique()
      .references(() => accounts.id, { onDelete: "set null" }),
    handle: text("handle").notNull().unique(),
    /** The handle with look-alike characters folded (0/o, 1/l/i, _ dropped), so that nobody can pose as somebody else. */
    handleSkeleton: text("handle_skeleton").notNull(),
    role: roleEnum("role").notNull().default("member"),
    /** What a provider does for a living, shown beside the label. */
    credential: text("credential"),
    bio: text("bio").notNull().default(""),
    bioHtml: text("bio_html").notNull().default(""),
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
    check("members_bio_length", sql`char_length(${table.bio}) <= 500`),
  ],
);
