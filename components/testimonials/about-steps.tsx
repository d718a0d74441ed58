"use client";

import { TextArea, TextField } from "@/components/ui/fields";
import { MarkdownArea } from "@/components/ui/markdown-area";
import type { Step } from "@/components/ui/steps";
import { questions } from "@/lib/testimonials/labels";
import { OneFromList, OneOf, SomeOf, Tick, useGiven } from "./asked";

export const touchStep: Step = {
  id: "touch",
  title: questions.touchPainful,
  body: <OneOf name="touchPainful" shape="short" />,
};

/** What stands around it: what else there was, the migraine, the story, and an interest of one's own. */
export const aboutSteps: Step[] = [
  {
    id: "more",
    title: "A little more about it",
    body: (
      <>
        <SomeOf name="otherChanges" shape="short" />
        <OneFromList name="cost" />
        <OneOf name="wouldAgain" shape="short" />
      </>
    ),
  },
  {
    id: "migraine",
    title: "Your migraine",
    body: (
      <>
        <OneOf name="diagnosed" shape="short" />
        <OneFromList name="migraineType" />
      </>
    ),
  },
  { id: "words", title: "In your own words", body: <OwnWords /> },
  {
    id: "interest",
    title: questions.interest,
    body: (
      <Tick
        name="interest"
        label="Yes, I give massages for a living, or sell or teach them"
        hint="What you tell is welcome. We label it, and never count it as a patient’s."
      />
    ),
  },
];

function OwnWords() {
  const story = useGiven("story");
  const tip = useGiven("tip");
  const title = useGiven("title");
  return (
    <>
      <MarkdownArea
        name="story"
        label="Your story (optional)"
        hint="What you tried, what it was like, what else was going on. Up to 5,000 characters."
        rows={7}
        defaultValue={story}
      />
      <TextArea
        name="tip"
        label="What would you tell somebody who thinks of trying it? (optional)"
        rows={3}
        defaultValue={tip}
      />
      <TextField
        name="title"
        label="One line that says it (optional)"
        hint="People see it in lists. Without one, we write the technique and the effect."
        defaultValue={title}
      />
    </>
  );
}
