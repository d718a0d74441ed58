import { z } from "zod";
import type { ReactionKind } from "./labels";
import { formKeyField, idField } from "@/lib/platform/text";

const outOfDate = "This page is out of date. Please reload it.";

/** `r12-thanks`: the comment's number (0 for the thread itself) and the reaction. */
const pressed = z
  .string({ error: outOfDate })
  .regex(/^r\d{1,6}-(thanks|same|hug)$/, { error: outOfDate })
  .transform((value) => {
    const [position, kind] = value.slice(1).split("-");
    return { position: Number(position), kind: kind as ReactionKind };
  });

export const reactionSchema = z.object({ threadId: idField, reaction: pressed, key: formKeyField });
