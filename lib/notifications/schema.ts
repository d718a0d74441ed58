import { z } from "zod";
import { formKeyField, idField } from "@/lib/platform/text";

export const notificationKinds = ["reply", "mention", "comment", "thread", "thanks", "quoted"] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** `upTo`: the newest event that the page showed. */
export const markAllReadSchema = z.object({ upTo: idField, key: formKeyField });
