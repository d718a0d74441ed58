"use server";

import { formAction } from "@/lib/platform/action";
import { currentPage } from "@/lib/platform/current-page";
import { follow } from "./follow";
import { followRefusals as refusals } from "./labels";
import { followSchema } from "./schema";
import { unfollow } from "./unfollow";

export const followAction = formAction({ who: "member", schema: followSchema, refusals }, async (subject, actor) => {
  await follow(actor, subject);
  return { href: await currentPage() };
});

export const unfollowAction = formAction({ who: "member", schema: followSchema }, async (subject, actor) => {
  await unfollow(actor, subject);
  return { href: await currentPage() };
});
