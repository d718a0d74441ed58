import { excerptOf, pipelineVersion, renderMarkdown } from "@/lib/platform/markdown";
import { slugOf } from "@/lib/platform/urls";
import { plainTitle } from "./labels";
import type { Told } from "./schema";

/** The columns that hold what was told; an answer that was left out is null. */
export function storedAnswers(told: Told) {
  return {
    givenBy: told.givenBy,
    setting: told.setting,
    areas: told.areas,
    pressure: told.pressure ?? null,
    sessionMinutes: told.sessionMinutes,
    frequency: told.frequency ?? null,
    weeks: told.weeks,
    expected: told.expected ?? null,
    effect: told.effect,
    effectDays: told.effectDays ?? null,
    effectIntensity: told.effectIntensity ?? null,
    effectLength: told.effectLength ?? null,
    functionBefore: told.functionBefore,
    functionAfter: told.functionAfter,
    relief: told.relief ?? null,
    unwanted: told.unwanted,
    unwantedText: told.unwantedText,
    touchPainful: told.touchPainful ?? null,
    cost: told.cost ?? null,
    continuing: told.continuing ?? null,
    stoppedWhy: told.continuing === "stopped" ? (told.stoppedWhy ?? null) : null,
    otherChanges: told.otherChanges,
    wouldAgain: told.wouldAgain,
    diagnosed: told.diagnosed ?? null,
    migraineType: told.migraineType ?? null,
    tip: told.tip,
    story: told.story,
    storyHtml: renderMarkdown(told.story),
    pipeline: pipelineVersion,
  };
}

/** Title, address and extract of a testimonial. */
export function wordsOf(told: Told, technique: string): { title: string; slug: string; excerpt: string } {
  const title = told.title || plainTitle(technique, told.effect);
  return { title, slug: slugOf(title), excerpt: excerptOf(told.story || told.tip) };
}
