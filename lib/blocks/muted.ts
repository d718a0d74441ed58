import { eq, type SQL } from "drizzle-orm";
import { mutes } from "@/db/schema";
import { Refusal } from "@/lib/platform/errors";
import { mutedPhrase } from "@/lib/platform/muted-words";
import { lengthOf } from "@/lib/platform/text";
import type { Mutable } from "./schema";

/** What is muted, with a word as it is kept. */
export function asKept(thing: Mutable): Mutable {
  if (thing.kind !== "word") return thing;
  const word = mutedPhrase(thing.word);
  const length = lengthOf(word);
  if (length - (word.endsWith("*") ? 1 : 0) < 2 || length > 60) throw new Refusal("word_unusable", {}, "word");
  return { kind: "word", word };
}

const columns = { technique: mutes.techniqueId, thread: mutes.threadId, member: mutes.mutedMemberId };

/** The one column of a mute that names it. */
export function mutedColumns(thing: Mutable) {
  if (thing.kind === "word") return { word: thing.word };
  if (thing.kind === "member") return { mutedMemberId: thing.id };
  return thing.kind === "technique" ? { techniqueId: thing.id } : { threadId: thing.id };
}

export function isMuted(thing: Mutable): SQL {
  return thing.kind === "word" ? eq(mutes.word, thing.word) : eq(columns[thing.kind], thing.id);
}
