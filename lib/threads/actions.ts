"use server";

import { formAction } from "@/lib/platform/action";
import { threadRefusals as refusals } from "./labels";
import { withdrawThreadSchema } from "./schema";
import { withdrawThread } from "./withdraw-thread";

export const withdrawThreadAction = formAction(
  { who: "member", schema: withdrawThreadSchema, refusals, suspendedToo: true },
  async (input, actor) => {
    await withdrawThread(actor, input.thread);
    return { href: `/members/${actor.handle}` };
  },
);
