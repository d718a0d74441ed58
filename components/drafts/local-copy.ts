import type { Values } from "./form-values";

/** Which draft of the account a page goes on with, and the version that it saw. */
export type Base = { id: number; version: number };

/** What this browser keeps of a form. */
export type LocalCopy = {
  /** When it was typed, by this browser's clock. */
  at: number;
  /** The question that was open. */
  step: string;
  values: Values;
  /** Of the page that kept it. */
  writer: string;
  base: Base | null;
  /** The account has it, too. */
  saved: boolean;
};

const start = "draft:";
const keptMs = 180 * 24 * 60 * 60 * 1000;

/** Each member has their own, so that people who share a browser do not see each other's. */
export const keyOf = (place: string, member: number) => `${start}${place}:${member}`;

/** Beside the copy of the form itself: another version that has yet to go to the account. */
export const asideKey = (key: string, { writer }: LocalCopy) => `${key}:${writer}`;

/** Of which form a key keeps something; null for what is no draft of this member. */
export function placeOfKey(key: string, member: number): string | null {
  const [place, whose] = key.startsWith(start) ? key.slice(start.length).split(":") : [];
  return place && whose === String(member) ? place : null;
}

/** Reads what was stored as a draft; null for what is older than 180 days, or is none. */
export function readCopy(stored: string | null, now: number): LocalCopy | null {
  if (!stored) return null;
  try {
    const { at, step, values, writer, base, saved } = JSON.parse(stored) as Partial<LocalCopy>;
    if (typeof at !== "number" || now - at > keptMs || typeof values !== "object" || values === null) return null;
    const lists = Object.entries(values).filter(([, list]) => Array.isArray(list));
    return {
      at,
      step: typeof step === "string" ? step : "",
      values: Object.fromEntries(lists),
      writer: typeof writer === "string" ? writer : "",
      base: isBase(base) ? base : null,
      saved: saved === true,
    };
  } catch {
    return null;
  }
}

function isBase(given: unknown): given is Base {
  const { id, version } = (given ?? {}) as Partial<Base>;
  return typeof id === "number" && typeof version === "number";
}
