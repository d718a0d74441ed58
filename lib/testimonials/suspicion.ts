import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { env } from "@/lib/platform/env";
import { sha256 } from "@/lib/platform/ids";
import { countUse } from "@/lib/platform/rate-limit";
import { suspicionLimits as limits } from "./limits";

/** What speaks for a campaign, as codes with their number: the job that opens the case puts them into sentences. */
export type Suspicion = { code: SuspicionCode; n: number };
type SuspicionCode = "burst" | "network" | "wording" | "business";

export type Signs = {
  /** First testimonials of new members about this technique within `burstHours`, this one among them. */
  firstOnes: number;
  /** Testimonials about this technique from this network within `networkDays`, this one among them. */
  fromNetwork: number;
  text: string;
  /** Stories about the technique by others, the newest first. */
  others: { threadId: number; text: string }[];
  /** Handles of members who give massages for a living. */
  providers: string[];
};

/** Pure: what of these signs is reason enough that a moderator reads it first. */
export function suspicionsOf({ firstOnes, fromNetwork, text, others, providers }: Signs): Suspicion[] {
  const found: Suspicion[] = [];
  if (firstOnes >= limits.firstOnes) found.push({ code: "burst", n: firstOnes });
  if (fromNetwork >= limits.fromNetwork) found.push({ code: "network", n: fromNetwork });
  const twin = others.find((other) => likeness(text, other.text) >= limits.likeness);
  if (twin) found.push({ code: "wording", n: twin.threadId });
  const named = namesOfBusiness(text, providers);
  if (named > 0) found.push({ code: "business", n: named });
  return found;
}

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Runs of this many words are compared, so that common phrases do not count. */
const runLength = 4;
/** Shorter texts are alike by chance. */
const fewestRuns = 8;

function runsOf(text: string): Set<string> {
  const words = wordsOf(text);
  return new Set(words.slice(runLength - 1).map((_word, at) => words.slice(at, at + runLength).join(" ")));
}

/**
 * How much two texts have in common: the share of the shorter one's four-word runs that stand in the other, from 0 to 1
 * (the overlap coefficient of w-shingles; Broder, Compression and Complexity of Sequences 1997).
 */
export function likeness(one: string, other: string): number {
  const [shorter, longer] = [runsOf(one), runsOf(other)].sort((a, b) => a.size - b.size);
  if (!shorter || !longer || shorter.size < fewestRuns) return 0;
  return [...shorter].filter((run) => longer.has(run)).length / shorter.size;
}

const links =
  /https?:\/\/|www\.|\b[\w-]+\.(com|org|net|info|co|io|de|uk|eu|shop|clinic|health|me)\b|[\w.+-]+@[\w-]+\.\w+/giu;
const phones = /(?:\+|\b0)\d[\d\s().-]{7,}\d/gu;
/** A date has eight digits, a telephone number more. */
const fewestDigits = 9;
const businesses =
  /\b\p{Lu}[\p{L}'’]+\s+(?:Clinic|Spa|Studio|Practice|Wellness|Therap(?:y|ies)|Massage|Institute|Cent(?:er|re))\b/gu;

/** Links, addresses, phone numbers, names of practices, and handles of providers. */
function namesOfBusiness(text: string, providers: string[]): number {
  const words = new Set(text.toLowerCase().match(/[a-z0-9_]{3,}/g) ?? []);
  const handles = providers.filter((handle) => words.has(handle));
  const numbers = (text.match(phones) ?? []).filter((each) => each.replace(/\D/g, "").length >= fewestDigits);
  return [links, businesses].reduce(
    (sum, each) => sum + (text.match(each) ?? []).length,
    handles.length + numbers.length,
  );
}

type Told = { newcomer: boolean; techniqueId: number; threadId: number; network: string | null; text: string };

/** Gathers the signs for a testimonial that was just written, in its transaction. The network is kept only as a fingerprint. */
export async function gatherSigns(tx: Transaction, told: Told): Promise<Signs> {
  const { burstHours, networkDays, compared } = limits;
  const [burst] = told.newcomer
    ? await tx.execute<{ n: number }>(sql`
        SELECT count(*)::int AS n FROM threads t JOIN members m ON m.id = t.author_id
        WHERE t.kind = 'testimonial' AND t.technique_id = ${told.techniqueId}
          AND t.created_at > now() - make_interval(hours => ${burstHours})
          AND m.joined_at > t.created_at - make_interval(days => ${limits.newForDays})
          AND NOT EXISTS (SELECT FROM threads e WHERE e.author_id = t.author_id AND e.id < t.id)`)
    : [];
  const print = told.network && sha256(`${env().AUTH_SECRET} network ${told.network} ${told.techniqueId}`);
  const others = await tx.execute<{ thread_id: string; text: string }>(sql`
    SELECT thread_id, story || ' ' || tip AS text FROM health.shown
    WHERE technique_id = ${told.techniqueId} AND thread_id <> ${told.threadId} ORDER BY thread_id DESC LIMIT ${compared}`);
  const providers = await tx.execute<{ handle: string }>(
    sql`SELECT handle FROM members WHERE role = 'provider' LIMIT 5000`,
  );
  return {
    firstOnes: burst?.n ?? 0,
    fromNetwork: print ? await countUse(tx, `told:${print}`, networkDays * 86_400) : 0,
    text: told.text,
    others: others.map(({ thread_id, text }) => ({ threadId: Number(thread_id), text })),
    providers: providers.map(({ handle }) => handle),
  };
}
