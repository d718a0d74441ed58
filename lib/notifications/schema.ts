import { z } from "zod";
import { formKeyField, idField } from "@/lib/platform/text";

/** The nearest to somebody first. */
export const notificationKinds = ["reply", "mention", "comment", "thread", "thanks", "quoted"] as const;
export type NotificationKind = (typeof notificationKinds)[number];

export const mailChoices = ["at_once", "digest", "never"] as const;
export type MailChoice = (typeof mailChoices)[number];

/** How somebody hears of one kind of thing. */
export type Hearing = { onSite: boolean; mail: MailChoice };

/** Until a member says otherwise: what is said to them comes at once, and all else can wait for the digest. */
export const usualMail: Record<NotificationKind, MailChoice> = {
  reply: "at_once",
  mention: "at_once",
  comment: "digest",
  thread: "digest",
  thanks: "digest",
  quoted: "digest",
};

/** `upTo`: the newest event that the page showed. */
export const markAllReadSchema = z.object({ upTo: idField, key: formKeyField });
