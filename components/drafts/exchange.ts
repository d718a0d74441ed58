import { asideKey, keyOf, placeOfKey, readCopy, type Base, type LocalCopy } from "./local-copy";
import type { AccountCopy } from "./reconcile";
import { keptKeys, read, write } from "@/components/ui/draft";

const address = "/api/me/drafts";
/** Browsers let a request outlive its page up to 64 KiB. */
const mostKeptAlive = 60_000;

/** What came of a save: what the account has now (null after everything was emptied), or why it has not. */
export type Answer = { base: Base | null } | "signed_out" | "too_long" | "later";

type Whose = { place: string; member: number };

type How = { leaving?: boolean; signal?: AbortSignal };

/** Sends a copy to the account. With `leaving` it arrives also while the page goes away. */
export async function sendCopy(whose: Whose, copy: LocalCopy, { leaving = false, signal }: How = {}): Promise<Answer> {
  const { step, values, writer, base: draft, at } = copy;
  const ageSeconds = Math.max(0, (Date.now() - at) / 1000);
  const body = JSON.stringify({ ...whose, writer, draft, step, values, ageSeconds });
  const keepalive = leaving && new Blob([body]).size < mostKeptAlive;
  try {
    const headers = { "content-type": "application/json" };
    const response = await fetch(address, { method: "POST", headers, body, keepalive, signal });
    if (response.ok) return { base: baseOf(await response.json()) };
    if (response.status === 401) return "signed_out";
    return response.status === 413 ? "too_long" : "later";
  } catch {
    return "later";
  }
}

function baseOf({ id, version }: Partial<Base>): Base | null {
  return id && version ? { id, version } : null;
}

/** The newest draft that the account has of a form; `unknown` where it cannot be asked. */
export async function fetchDraft({ place, member }: Whose): Promise<AccountCopy | null | "unknown"> {
  try {
    const response = await fetch(`${address}?place=${place}&member=${member}`);
    if (!response.ok) return "unknown";
    return ((await response.json()) as { draft: AccountCopy | null }).draft;
  } catch {
    return "unknown";
  }
}

/** Puts a copy beside the form's own, from where it goes to the account, now or the next time. */
export function setAside(whose: Whose, copy: LocalCopy): void {
  const key = keyOf(whose.place, whose.member);
  write(asideKey(key, copy), JSON.stringify({ ...copy, base: null }));
}

/**
 * Sends what waits in this browser for the account.
 * @param all also copies of forms that are not open now, and not only what was set aside
 * @returns how many the account has taken
 */
export async function sendWaiting(member: number, all = false): Promise<number> {
  let taken = 0;
  for (const key of keptKeys()) {
    const place = placeOfKey(key, member);
    if (!place) continue;
    const copy = readCopy(read(key), Date.now());
    const aside = key !== keyOf(place, member);
    if (!copy) write(key, "");
    else if (!copy.saved && (all || aside) && (await sendOne({ place, member }, key, copy))) taken += 1;
  }
  return taken;
}

async function sendOne(whose: Whose, key: string, copy: LocalCopy): Promise<boolean> {
  const before = read(key);
  const answer = await sendCopy(whose, copy);
  if (typeof answer === "string") return false;
  // Another tab may have typed on meanwhile.
  if (read(key) !== before) return true;
  write(key, key === keyOf(whose.place, whose.member) ? JSON.stringify({ ...copy, ...answer, saved: true }) : "");
  return true;
}
