"use server";

import { formAction } from "@/lib/platform/action";
import { currentPage } from "@/lib/platform/current-page";
import { chooseFollowOnReply } from "./choose-follow-on-reply";
import { follow } from "./follow";
import { followRefusals as refusals } from "./labels";
import { followOnReplySchema, followSchema } from "./schema";
import { unfollow } from "./unfollow";

export const followAction = formAction(
  { who: "member", schema: followSchema, refusals },
  async ({ level, ...subject }, actor) => {
    if (level === "off") await unfollow(actor, subject);
    else await follow(actor, subject, level);
    return { href: await currentPage() };
  },
);

export const chooseFollowOnReplyAction = formAction(
  { who: "member", schema: followOnReplySchema },
  async (input, actor) => {
    await chooseFollowOnReply(actor, { follow: input.follow === "yes" });
    return { message: "This is saved." };
  },
);
