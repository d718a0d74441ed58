"use client";

import type { Step } from "@/components/ui/steps";
import { questions } from "@/lib/testimonials/labels";
import { OneFromList, OneOf, SomeOf, WholeNumber } from "./asked";

/** Who gave it, when, and how it was done. */
export const howSteps: Step[] = [
  { id: "given-by", title: questions.givenBy, needed: true, body: <OneOf name="givenBy" needed /> },
  { id: "when", title: questions.setting, needed: true, body: <OneOf name="setting" needed /> },
  {
    id: "before",
    title: "Before you tried it",
    body: (
      <>
        <OneOf name="expected" />
        <OneOf name="functionBefore" from="function" shape="short" />
      </>
    ),
  },
  { id: "areas", title: questions.areas, body: <SomeOf name="areas" shape="short" /> },
  {
    id: "how",
    title: "How was it done?",
    body: (
      <div className="pairs">
        <OneFromList name="pressure" />
        <WholeNumber name="sessionMinutes" />
        <OneFromList name="frequency" />
        <WholeNumber name="weeks" />
      </div>
    ),
  },
];
