import { randomBytes } from "node:crypto";

/** The places of a page that differ between its readers. */
export const slotNames = ["nonce", "theme", "viewer", "state", "follow", "quiet", "style", "key", "unread"] as const;
export type SlotName = (typeof slotNames)[number];
export type SlotValues = Record<SlotName, string>;

export const themes = ["auto", "light", "dark", "attack"] as const;

const randomWord = /^[A-Za-z0-9_-]{22}$/;

/** Values stand in markup, attributes and scripts alike, so no alphabet holds a quote, `<`, `>`, `&` or a backslash. */
const alphabets: Record<SlotName, RegExp> = {
  nonce: randomWord,
  theme: /^(auto|light|dark|attack)$/,
  viewer: /^(visitor|joining|member|staff|silenced|suspended)$/,
  state: /^[A-Za-z0-9_-]+$/,
  follow: /^(watch|follow|off|none)$/,
  quiet: /^(on|muted|off|none)$/,
  style: /^[A-Za-z0-9_.#,:;(){}[\]= -]*$/,
  key: randomWord,
  unread: /^(none|[1-9]|more)$/,
};

const harmless: Omit<SlotValues, "nonce" | "key"> = {
  theme: "auto",
  viewer: "visitor",
  state: "none",
  follow: "none",
  quiet: "none",
  style: "",
  unread: "none",
};

/** Slots whose values always have the same length, in bytes. */
export const fixedLength: Partial<Record<SlotName, number>> = { nonce: 22, key: 22 };

// server.ts and Next's bundle each load their own copy of this module; they agree on one secret through globalThis.
const shared = globalThis as { [key: symbol]: unknown };
const secret = (shared[Symbol.for("unknot.slots")] ??= `U${randomBytes(18).toString("base64url")}`) as string;
const words = Object.fromEntries(slotNames.map((name, index) => [name, `${secret}${index}`])) as SlotValues;

/**
 * The words that a render puts where a reader's value will stand. They are made anew at each start and never leave
 * the process, so nobody can write one into a text. Use each as a whole attribute or text, never within a longer one.
 */
export function placeholders(): SlotValues {
  return words;
}

/** What every placeholder begins with; the digit after it is the slot's place in `slotNames`. */
export function placeholderStem(): string {
  return secret;
}

/** A fresh value for the nonce or the form key: 16 random bytes as base64url. */
export function freshWord(): string {
  return randomBytes(16).toString("base64url");
}

/**
 * Checks each value against its alphabet. A value that breaks it is a fault of ours: tests throw, production drops it.
 * @throws Error naming the slot, when NODE_ENV is `test`
 */
export function inertValues(values: SlotValues): SlotValues {
  const broken = slotNames.filter((name) => !alphabets[name].test(values[name]));
  if (broken.length === 0) return values;
  if (process.env.NODE_ENV === "test") throw new Error(`These slots hold what they must not: ${broken.join(", ")}`);
  const replaced = { ...values };
  for (const name of broken) replaced[name] = name === "nonce" || name === "key" ? freshWord() : harmless[name];
  return replaced;
}
