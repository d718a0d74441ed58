import { sql } from "drizzle-orm";
import { check, index, pgEnum, pgTable, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, id, reference } from "../columns";
import { members } from "./members";
import { techniques } from "./techniques";
import { threads } from "./threads";

/**
 * How much somebody wants to hear: `watch` everything, `follow` what is new on their own page and what is said to them,
 * `off` nothing, also where writing something would have begun to follow.
 */
export const followLevelEnum = pgEnum("follow_level", ["watch", "follow", "off"]);

/** What a member wants of one thing: a technique, a thread or another member. */
export const follows = pgTable(
  "follows",
  {
    id: id(),
    followerId: reference("follower_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    techniqueId: reference("technique_id").references(() => techniques.id, { onDelete: "cascade" }),
    threadId: reference("thread_id").references(() => threads.id, { onDelete: "cascade" }),
    memberId: reference("member_id").references(() => members.id, { onDelete: "cascade" }),
    level: followLevelEnum("level").notNull().default("follow"),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("follows_technique")
      .on(table.followerId, table.techniqueId)
      .where(sql`technique_id IS NOT NULL`),
    uniqueIndex("follows_thread")
      .on(table.followerId, table.threadId)
      .where(sql`thread_id IS NOT NULL`),
    uniqueIndex("follows_member")
      .on(table.followerId, table.memberId)
      .where(sql`member_id IS NOT NULL`),
    index("follows_by_follower").on(table.followerId, table.id),
    // Whoever is to be told of something is read in the order of their numbers.
    index("follows_of_technique")
      .on(table.techniqueId, table.level, table.followerId)
      .where(sql`technique_id IS NOT NULL`),
    index("follows_of_thread")
      .on(table.threadId, table.level, table.followerId)
      .where(sql`thread_id IS NOT NULL`),
    index("follows_of_member")
      .on(table.memberId, table.level, table.followerId)
      .where(sql`member_id IS NOT NULL`),
    check("follows_one_subject", sql`num_nonnulls(${table.techniqueId}, ${table.threadId}, ${table.memberId}) = 1`),
    check("follows_not_self", sql`${table.memberId} IS DISTINCT FROM ${table.followerId}`),
  ],
);
