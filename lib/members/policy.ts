import type { Restriction } from "@/lib/platform/actor";
import { allow, deny, type Decision } from "@/lib/platform/policy";

export type { Restriction };

/** Whoever is silenced reads and does not write; whoever is suspended or banned does neither. */
export function canSpeak(inForce: readonly Restriction[]): Decision {
  if (inForce.includes("ban")) return deny("banned");
  if (inForce.includes("suspend")) return deny("suspended");
  return inForce.includes("silence") ? deny("silenced") : allow;
}
