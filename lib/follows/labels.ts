import type { Level } from "./schema";

export const followRefusals: Record<string, string> = {
  follow_self: "You cannot follow yourself, though your own threads stand on your page.",
  blocked: "You cannot follow this person.",
};

export const levelLabels: Record<Level, string> = { watch: "Watch", follow: "Follow", off: "Off", mute: "Mute" };

/** Never more than "9+": it is a hint, not a debt. */
export function atMostNine(count: number): string {
  return count > 9 ? "9+" : String(count);
}
