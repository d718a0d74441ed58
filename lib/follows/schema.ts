import { z } from "zod";
import { choiceField, formKeyField, idField, optionalChoice } from "@/lib/platform/text";

const subjectKinds = ["technique", "thread", "member"] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** What can be followed. */
export type Subject = { kind: SubjectKind; id: number };

/** `watch` is everything; `follow` what is new in one's feed, and what is said to oneself; `off` is nothing. */
export const followLevels = ["watch", "follow", "off"] as const;
export type FollowLevel = (typeof followLevels)[number];

/** The levels that people choose from. To mute is a verb of `lib/blocks`, because it keeps things out of sight. */
export type Level = FollowLevel | "mute";

const outOfDate = "This form is out of date. Please reload the page.";

export const followSchema = z.object({
  kind: choiceField(subjectKinds, outOfDate),
  id: idField,
  level: choiceField(followLevels, outOfDate),
  key: formKeyField,
});

export const followOnReplySchema = z.object({
  follow: optionalChoice(["yes"], outOfDate),
  key: formKeyField,
});
