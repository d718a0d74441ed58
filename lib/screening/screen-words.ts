import type { Transaction } from "@/db/client";
import type { Actor } from "@/lib/platform/actor";
import { judgeWords, type Circumstances, type Verdict } from "./judge-words";
import { lookThrough } from "./look-through";

export type Words = Circumstances & { text: string; addedTo?: string };

/** Looks through what somebody at a form is about to send, and says what becomes of it; see `judgeWords`. */
export async function screenWords(tx: Transaction, actor: Actor, words: Words): Promise<Verdict> {
  return judgeWords(actor, await lookThrough(tx, actor, words), words);
}
