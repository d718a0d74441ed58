"use client";

import { TextField } from "@/components/ui/fields";
import type { Step } from "@/components/ui/steps";
import { questions } from "@/lib/testimonials/labels";
import { OneOf, OneFromList, SomeOf, useGiven } from "./asked";

/** What is asked when somebody tells, and again later. */

export const effectStep: Step = {
  id: "effect",
  title: questions.effect,
  needed: true,
  body: (
    <OneOf name="effect" hint="“No change” and “made things worse” help others just as much." needed shape="level" />
  ),
};

export const effectsStep: Step = {
  id: "attacks",
  title: "What did it do to the attacks?",
  body: (
    <>
      <OneOf name="effectDays" from="change" shape="short" />
      <OneOf name="effectIntensity" from="change" shape="short" />
      <OneOf name="effectLength" from="change" shape="short" />
    </>
  ),
};

export const sinceStep: Step = {
  id: "since",
  title: "How was it afterwards?",
  body: (
    <>
      <OneOf name="functionAfter" from="function" shape="short" />
      <OneOf name="relief" shape="short" />
    </>
  ),
};

export const unwantedStep: Step = {
  id: "unwanted",
  title: questions.unwanted,
  needed: true,
  body: (
    <>
      <SomeOf name="unwanted" shape="short" />
      <UnwantedText />
    </>
  ),
};

export const continuingStep: Step = {
  id: "continuing",
  title: questions.continuing,
  body: (
    <>
      <OneOf name="continuing" shape="short" />
      <div className="if-stopped">
        <OneFromList name="stoppedWhy" />
      </div>
    </>
  ),
};

function UnwantedText() {
  return (
    <TextField
      name="unwantedText"
      label="If so, what happened? (optional)"
      hint="Up to 300 characters."
      defaultValue={useGiven("unwantedText")}
    />
  );
}
