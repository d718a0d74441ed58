"use server";

import { formAction } from "@/lib/platform/action";
import { currentPage } from "@/lib/platform/current-page";
import { reactionRefusals as refusals } from "./labels";
import { react } from "./react";
import { reactionSchema } from "./schema";

export const reactAction = formAction({ who: "member", schema: reactionSchema, refusals }, async (input, actor) => {
  const { position, kind } = input.reaction;
  await react(actor, { threadId: input.threadId, position, kind, key: input.key });
  return { href: `${await currentPage()}#${position ? `comment-${position}` : "main"}` };
});
