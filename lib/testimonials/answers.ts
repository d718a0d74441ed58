import type { TestimonialRow } from "@/db/schema";
import { excerptOf, pipelineVersion, renderMarkdown } from "@/lib/platform/markdown";
import { slugOf } from "@/lib/platform/urls";
import { plainTitle, untoldTitle } from "./labels";
import type { FollowUp, Told } from "./schema";

/** What is asked when somebody tells, and again later; an answer that was left out is null. */
export function storedOutcome(told: Told | FollowUp) {
  return {
    effect: told.effect,
    effectDays: told.effectDays ?? null,
    effectIntensity: told.effectIntensity ?? null,
    effectLength: told.effectLength ?? null,
    functionAfter: told.functionAfter,
    relief: told.relief ?? null,
    unwanted: told.unwanted,
    unwantedText: told.unwantedText,
    continuing: told.continuing ?? null,
    stoppedWhy: told.continuing === "stopped" ? (told.stoppedWhy ?? null) : null,
  };
}

/** The columns that hold what was told. */
export function storedAnswers(told: Told) {
  return {
    ...storedOutcome(told),
    interest: told.interest === "yes",
    givenBy: told.givenBy,
    setting: told.setting,
    areas: told.areas,
    pressure: told.pressure ?? null,
    sessionMinutes: told.sessionMinutes,
    frequency: told.frequency ?? null,
    weeks: told.weeks,
    expected: told.expected ?? null,
    functionBefore: told.functionBefore,
    touchPainful: told.touchPainful ?? null,
    cost: told.cost ?? null,
    otherChanges: told.otherChanges,
    wouldAgain: told.wouldAgain ?? null,
    diagnosed: told.diagnosed ?? null,
    migraineType: told.migraineType ?? null,
    title: told.title,
    tip: told.tip,
    story: told.story,
    storyHtml: renderMarkdown(told.story),
    pipeline: pipelineVersion,
    hiddenAnswers: told.hidden,
    remind: told.remind ?? "none",
  };
}

/** Everything that was said in somebody's own words, as it is looked through. */
export function textOf(told: Pick<TestimonialRow, "title" | "story" | "tip" | "unwantedText">): string {
  return [told.title, told.story, told.tip, told.unwantedText].join("\n\n");
}

type Words = { title: string; slug: string; excerpt: string };

/** Title, address and extract of a testimonial. Where it is not shown they say nothing of its answers. */
export function wordsOf(
  told: Pick<TestimonialRow, "title" | "effect" | "story" | "tip">,
  technique: string,
  shown: boolean,
): Words {
  if (!shown) return { title: untoldTitle(technique), slug: slugOf(untoldTitle(technique)), excerpt: "" };
  const title = told.title || plainTitle(technique, told.effect);
  return { title, slug: slugOf(title), excerpt: excerptOf(told.story || told.tip) };
}
