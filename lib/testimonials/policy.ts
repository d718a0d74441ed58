import type { Actor } from "@/lib/platform/actor";
import { allow, deny, type Decision } from "@/lib/platform/policy";

/** Patients tell. Who gives massages for a living has an interest, and other places to speak. */
export function canTell(actor: Actor): Decision {
  return actor.role === "provider" ? deny("provider_testimonial") : allow;
}
