import { isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { allowedHosts, watchedPhrases } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { env } from "@/lib/platform/env";
import { findingsIn, nothing, type Findings } from "./findings";

/**
 * What a text holds that somebody at a form is about to send. Jobs, seeds and tests are not looked at.
 * @param words.addedTo the text before, for edits: only what is new is found
 */
export async function lookThrough(
  tx: Transaction,
  actor: Actor,
  { text, addedTo = "" }: { text: string; addedTo?: string },
): Promise<Findings> {
  if (!actor.paced) return nothing;
  const { id, phrase, act, note } = watchedPhrases;
  const [phrases, hosts] = await Promise.all([
    tx.select({ id, phrase, act, note }).from(watchedPhrases).where(isNull(watchedPhrases.retiredAt)),
    tx.select({ host: allowedHosts.host }).from(allowedHosts),
  ]);
  return findingsIn(text, addedTo, { phrases, allowedHosts: hosts.map(({ host }) => host), siteUrl: env().APP_URL });
}
