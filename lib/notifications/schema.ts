import { z } from "zod";
import { formKeyField, idField } from "@/lib/platform/text";

export type NotificationKind = "reply" | "mention" | "comment" | "thread" | "thanks" | "quoted";

/** `upTo`: the newest event that the page showed. */
export const markAllReadSchema = z.object({ upTo: idField, key: formKeyField });
