"use client";

import { MarkdownArea } from "@/components/ui/markdown-area";
import { Steps, type Step } from "@/components/ui/steps";
import { GivenAnswers, useGiven } from "./asked";
import type { Given } from "./given";
import { continuingStep, effectsStep, effectStep, sinceStep, unwantedStep } from "./outcome-steps";

const noteStep: Step = { id: "note", title: "In your own words", body: <Note /> };
const steps = [effectStep, effectsStep, sinceStep, unwantedStep, continuingStep, noteStep];

export function FollowUpSteps({ given }: { given: Given }) {
  return (
    <GivenAnswers value={given}>
      <Steps steps={steps} together />
    </GivenAnswers>
  );
}

function Note() {
  return (
    <MarkdownArea
      name="note"
      label="Your note (optional)"
      hint="How it went on, and what you would say now. Up to 2,000 characters."
      rows={5}
      defaultValue={useGiven("note")}
    />
  );
}
