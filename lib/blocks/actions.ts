"use server";

import { formAction } from "@/lib/platform/action";
import { currentPage } from "@/lib/platform/current-page";
import { outdateKeptPages } from "@/lib/platform/current-viewer";
import { blockMember } from "./block-member";
import { blockRefusals as refusals } from "./labels";
import { mute } from "./mute";
import { blockSchema, muteSchema } from "./schema";
import { unblockMember } from "./unblock-member";
import { unmute } from "./unmute";

export const blockMemberAction = formAction({ who: "member", schema: blockSchema, refusals }, async (input, actor) => {
  await blockMember(actor, input.member);
  outdateKeptPages();
  return { href: await currentPage() };
});

export const unblockMemberAction = formAction({ who: "member", schema: blockSchema }, async (input, actor) => {
  await unblockMember(actor, input.member);
  outdateKeptPages();
  return { href: await currentPage() };
});

export const muteAction = formAction({ who: "member", schema: muteSchema, refusals }, async (input, actor) => {
  await mute(actor, input);
  outdateKeptPages();
  return { href: await currentPage() };
});

export const unmuteAction = formAction({ who: "member", schema: muteSchema, refusals }, async (input, actor) => {
  await unmute(actor, input);
  outdateKeptPages();
  return { href: await currentPage() };
});
