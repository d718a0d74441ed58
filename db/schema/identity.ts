import { sql } from "drizzle-orm";
import { check, customType, index, integer, pgSchema, text } from "drizzle-orm/pg-core";
import { createdAt, id, moment, reference } from "../columns";

export const citext = customType<{ data: string }>({ dataType: () => "citext" });

/** E-mail addresses, sessions and sign-in tokens, apart from everything that people wrote. */
export const identity = pgSchema("identity");

export const accounts = identity.table("accounts", {
  id: id(),
  email: citext("email").notNull().unique(),
  /** How mails greet the person. Other members never see it. */
  name: text("name").notNull(),
  emailVerifiedAt: moment("email_verified_at"),
  createdAt: createdAt(),
});

export const sessions = identity.table(
  "sessions",
  {
    tokenHash: text("token_hash").primaryKey(),
    accountId: reference("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    expiresAt: moment("expires_at").notNull(),
    createdAt: createdAt(),
    /** Moves at most once a minute; staff pages ask for it. */
    seenAt: moment("seen_at").notNull().defaultNow(),
    staffSeenAt: moment("staff_seen_at"),
  },
  (table) => [index().on(table.accountId), index().on(table.expiresAt)],
);

export const signInTokens = identity.table(
  "sign_in_tokens",
  {
    tokenHash: text("token_hash").primaryKey(),
    email: citext("email").notNull(),
    /** The token itself is made from this and the secret of the settings, so neither the table nor the queue gives it away. */
    nonce: text("nonce").notNull(),
    /** The name that was typed, for an account that does not exist yet. */
    name: text("name").notNull(),
    expiresAt: moment("expires_at").notNull(),
    createdAt: createdAt(),
  },
  (table) => [index().on(table.email), index().on(table.expiresAt)],
);

/** The one-time link that `npm start` prints while a community has no admin. */
export const adminInvitations = identity.table("admin_invitations", {
  tokenHash: text("token_hash").primaryKey(),
  /** Who opened the link; that person becomes admin with the choice of a handle. */
  claimedEmail: citext("claimed_email"),
  expiresAt: moment("expires_at").notNull(),
});

/** Mails of the demo, in place of a mail server. Nothing writes here in a real deployment. */
export const demoMails = identity.table("demo_mails", {
  id: id(),
  recipient: text("recipient").notNull(),
  subject: text("subject").notNull(),
  text: text("text").notNull(),
  html: text("html").notNull(),
  sentAt: moment("sent_at").notNull().defaultNow(),
});

/**
 * Whose a persona is, in an envelope that only the secret of the settings opens: for its author's mails and statements.
 * No foreign key to the member behind it, and no index over it, by design.
 */
export const personas = identity.table("personas", {
  memberId: reference("member_id").primaryKey(),
  envelope: text("envelope").notNull(),
});

/** One row per limited thing and window; counted in the database, so every instance sees the same number. */
export const rateWindows = identity.table(
  "rate_windows",
  {
    key: text("key").primaryKey(),
    used: reference("used").notNull(),
    endsAt: moment("ends_at").notNull(),
  },
  (table) => [index().on(table.endsAt)],
);

/** Addresses whose mails come back. A mail that arrives takes the row away. */
export const mailTroubles = identity.table(
  "mail_troubles",
  {
    /** An HMAC of the address (`lib/platform/mail-trouble.ts`). */
    addressHash: text("address_hash").primaryKey(),
    score: integer("score").notNull(),
    lastCode: integer("last_code").notNull(),
    lastAt: moment("last_at").notNull().defaultNow(),
    /** The mails that were counted, by their message ids: each counts once. */
    mails: text("mails").array().notNull(),
  },
  (table) => [index().on(table.lastAt), check("mail_troubles_score", sql`${table.score} > 0`)],
);
