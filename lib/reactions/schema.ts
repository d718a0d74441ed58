import { z } from "zod";
import { formKeyField, idField } from "@/lib/platform/text";

export const reactionKinds = ["thanks", "same", "hug"] as const;
export type ReactionKind = (typeof reactionKinds)[number];

const outOfDate = "This page is out of date. Please reload it.";

/** `12-thanks`: the comment's number (0 for the thread itself) and the reaction. */
const pressed = z
  .string({ error: outOfDate })
  .regex(/^\d{1,6}-(thanks|same|hug)$/, { error: outOfDate })
  .transform((value) => {
    const [position, kind] = value.split("-");
    return { position: Number(position), kind: kind as ReactionKind };
  });

export const reactionSchema = z.object({ threadId: idField, reaction: pressed, key: formKeyField });
