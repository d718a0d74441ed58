import { articleRefusals } from "@/lib/articles/labels";
import { blockRefusals } from "@/lib/blocks/labels";
import { followRefusals } from "@/lib/follows/labels";
import { memberRefusals } from "@/lib/members/labels";
import { moderationRefusals } from "@/lib/moderation/labels";
import { newsletterRefusals } from "@/lib/newsletter/labels";
import { commonRefusals } from "@/lib/platform/refusals";
import { reactionRefusals } from "@/lib/reactions/labels";
import { screeningRefusals } from "@/lib/screening/labels";
import { testimonialRefusals } from "@/lib/testimonials/labels";
import { threadRefusals } from "@/lib/threads/labels";

const all = {
  ...commonRefusals,
  ...articleRefusals,
  ...blockRefusals,
  ...screeningRefusals,
  ...followRefusals,
  ...memberRefusals,
  ...moderationRefusals,
  ...newsletterRefusals,
  ...reactionRefusals,
  ...testimonialRefusals,
  ...threadRefusals,
};

/** How the sentence of each refusal begins, up to where its facts come in; the longest first. */
export const refusalCodes = Object.entries(all)
  .map(([code, sentence]) => ({
    code,
    sentence: typeof sentence === "string" ? sentence : (sentence({}).split(/undefined|NaN/)[0] ?? ""),
  }))
  .filter(({ sentence }) => sentence.length > 10)
  .sort((a, b) => b.sentence.length - a.sentence.length);
