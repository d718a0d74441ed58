import type { FollowLevel } from "./schema";

export const followRefusals: Record<string, string> = {
  follow_self: "You cannot follow yourself, though your own threads stand on your page.",
  blocked: "You cannot follow this person.",
};

export const levelLabels: Record<FollowLevel, string> = { watch: "Watch", follow: "Follow", off: "Off" };

/** Never more than "9+": it is a hint, not a debt. */
export function atMostNine(count: number): string {
  return count > 9 ? "9+" : String(count);
}
