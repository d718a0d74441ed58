import { isShutOut, isStaff, type Reader, type ReaderState, type Viewer } from "@/lib/platform/actor";
import type { Audience } from "./context";
import { quietStyle } from "./quiet-style";
import { freshWord, themes, type SlotValues } from "./slots";

/** The cookies of a request, by name; the first one wins. */
export function cookiesOf(header: string | undefined): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const part of header?.split(";") ?? []) {
    const at = part.indexOf("=");
    if (at < 0) continue;
    const name = part.slice(0, at).trim();
    if (!cookies.has(name)) cookies.set(name, part.slice(at + 1).trim());
  }
  return cookies;
}

export function themeOf(cookie: string | undefined): string {
  return themes.find((theme) => theme === cookie) ?? "auto";
}

/** Members-only pages are for people with a handle whose account is open. */
export function audienceOf(viewer: Viewer | null): Audience {
  return viewer?.memberId && !isShutOut(viewer) ? "members" : "public";
}

/**
 * The values of one reader's slots.
 * @param markup of a shared page, which keeps from the reader what they do not want to see; null for pages of one's own,
 *   which are made for the reader, and for the staff's, which hide nothing
 */
export function slotsOf(reader: Reader | null, theme: string, markup: (() => string) | null = null): SlotValues {
  const nobody = { follow: "none", quiet: "none", state: "none", style: "", unread: "none" };
  const base = { ...nobody, nonce: freshWord(), key: freshWord(), theme };
  if (!reader) return { ...base, viewer: "visitor" };
  const { memberId, handle, role } = reader.viewer;
  if (!memberId) return { ...base, viewer: "joining" };
  const { unread, reactions, follow, quiet } = reader.state;
  return {
    ...base,
    viewer: kindOf(reader.viewer),
    state: Buffer.from(JSON.stringify({ handle, role, memberId, unread, reactions })).toString("base64url"),
    follow,
    quiet,
    unread: unreadWord(unread),
    style: styleFor(memberId, reactions) + (markup ? quietStyle(memberId, reader.state, markup) : ""),
  };
}

/** How much is new for somebody, as the page's slot and the live line say it. */
function unreadWord(count: number): string {
  if (count > 9) return "more";
  return count > 0 ? String(count) : "none";
}

/** Which of the controls of a shared page somebody sees. */
function kindOf(viewer: Viewer): string {
  if (isShutOut(viewer)) return "suspended";
  if (viewer.restriction === "silence") return "silenced";
  return isStaff(viewer) ? "staff" : "member";
}

/** Shows a writer the controls of their own things, hides what one cannot do to them, marks one's own reactions. */
function styleFor(memberId: number, reactions: ReaderState["reactions"]): string {
  const by = `[data-by=m${memberId}]`;
  const own = `${by} .own,.own${by}{display:revert}${by} .not-own,.not-own${by}{display:none}`;
  const pressed = reactions.map(({ position, kind }) => `[value=r${position}-${kind}]:not([aria-pressed])`).join(",");
  return pressed ? `${own}${pressed}{background:var(--plum-wash);color:var(--plum)}` : own;
}
