"use client";

import type { ReactNode } from "react";
import { Steps } from "@/components/ui/steps";
import { aboutSteps, touchStep } from "./about-steps";
import { GivenAnswers } from "./asked";
import { editingEnd, tellingEnd } from "./end-steps";
import type { Given } from "./given";
import { howSteps } from "./how-steps";
import { continuingStep, effectsStep, effectStep, sinceStep, unwantedStep } from "./outcome-steps";

const questions = [
  ...howSteps,
  effectStep,
  effectsStep,
  sinceStep,
  unwantedStep,
  touchStep,
  continuingStep,
  ...aboutSteps,
];

/** Every question about a technique that is told for the first time. */
export function TellingSteps({ technique }: { technique: ReactNode }) {
  const first = { id: "technique", title: "Which technique is it about?", needed: true, body: technique };
  return <Steps steps={[first, ...questions, ...tellingEnd]} />;
}

/** The same questions with the answers that were given. */
export function EditingSteps({ given }: { given: Given }) {
  return (
    <GivenAnswers value={given}>
      <Steps steps={[...questions, ...editingEnd]} together />
    </GivenAnswers>
  );
}
