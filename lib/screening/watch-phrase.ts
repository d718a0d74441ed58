import { db } from "@/db/client";
import { watchedPhrases } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { isDuplicate, Refusal } from "@/lib/platform/errors";
import { insist } from "@/lib/platform/policy";
import { foldWords } from "./phrases";
import { canWatch } from "./policy";
import { phraseLength, type NewPhrase } from "./schema";

/** Watches for a phrase from now on. It is kept as it is compared, so that two spellings of it are one. */
export async function watchPhrase(actor: Actor, input: Omit<NewPhrase, "key">): Promise<{ id: number }> {
  const phrase = foldWords(input.phrase);
  const { min, max } = phraseLength;
  // What is left of it once unseen marks are gone and letters are spelt out.
  if (phrase.replace(/\*$/, "").trim().length < min || phrase.length > max)
    throw new Refusal("phrase_length", {}, "phrase");
  try {
    return await db.transaction(async (tx) => {
      insist(canWatch(actor));
      const { act, note } = input;
      const [watched] = await tx
        .insert(watchedPhrases)
        .values({ phrase, act, note, createdBy: actor.memberId })
        .returning({ id: watchedPhrases.id });
      if (!watched) throw new Error("the phrase was not kept");
      const entry = { actorId: actor.memberId, act: "phrase_added", subject: `phrase:${watched.id}` };
      await audit(tx, { ...entry, detail: { act } });
      return watched;
    });
  } catch (error) {
    if (isDuplicate(error, "watched_phrases_once")) throw new Refusal("phrase_known", {}, "phrase");
    throw error;
  }
}
