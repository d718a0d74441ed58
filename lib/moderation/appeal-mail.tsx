import { letter } from "@/lib/platform/mail-frame";
import { decisionLabels } from "./labels";
import type { AppealOutcome, DecisionKind } from "./schema";

const why = "You get this mail because you objected to a decision, and everybody who does gets an answer.";

type Answered = {
  handle: string;
  /** Whether it was about their own words, or about what they reported. */
  by: "author" | "reporter";
  kind: DecisionKind;
  outcome: AppealOutcome;
  answer: string;
  href: string;
};

/** What came of an appeal, in the words of whoever decided it. It quotes neither the appeal nor what it is about. */
export function appealMail({ handle, by, kind, outcome, answer, href }: Answered) {
  const headline = headlines[by][outcome];
  return letter({
    subject: headline,
    said: [
      `Hello ${handle},`,
      `You objected to a decision: ${decisionLabels[kind].toLowerCase()}. Somebody who did not make it has read what you wrote. ${headline}.`,
      after[by][outcome],
      `In their words: ${answer}`,
    ],
    button: { label: "Read the whole answer", href },
    why,
  });
}

const headlines: Record<Answered["by"], Record<AppealOutcome, string>> = {
  author: { upheld: "The decision was taken back", refused: "The decision stands" },
  reporter: { upheld: "What you reported is looked at again", refused: "What you reported stays as it is" },
};

const after: Record<Answered["by"], Record<AppealOutcome, string>> = {
  author: {
    upheld: "What it did has been undone. Thank you for telling us.",
    refused: "Nothing changes by it. We are sorry that this is not the answer you hoped for.",
  },
  reporter: {
    upheld: "It is open again, and a moderator decides anew. Thank you for telling us.",
    refused: "We are sorry that this is not the answer you hoped for.",
  },
};
