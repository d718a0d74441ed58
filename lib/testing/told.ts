import { tellSchema } from "@/lib/testimonials/schema";

/** The form of a testimonial, with as little as it takes, as a browser sends it. */
export function toldForm(given: Record<string, string | string[]> = {}): Record<string, string | string[]> {
  return {
    technique: "shiatsu",
    title: "",
    givenBy: "partner",
    setting: "during_attack",
    areas: ["neck", "shoulders"],
    effect: "no_change",
    unwanted: "none",
    unwantedText: "",
    wouldAgain: "perhaps",
    story: "It was calm, and the pain stayed.",
    tip: "",
    audience: "public",
    shown: "yes",
    key: "",
    ...given,
  };
}

/** The same, read. */
export function aTold(given: Record<string, string | string[]> = {}) {
  return tellSchema.parse(toldForm(given));
}
