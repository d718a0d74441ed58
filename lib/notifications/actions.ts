"use server";

import { formAction } from "@/lib/platform/action";
import { markAllRead } from "./mark-all-read";
import { markAllReadSchema } from "./schema";

export const markAllReadAction = formAction({ who: "member", schema: markAllReadSchema }, async (input, actor) => {
  await markAllRead(actor, input);
  return { href: "/me/notifications" };
});
