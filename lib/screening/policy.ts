import { isStaff, type Actor } from "@/lib/platform/actor";
import { allow, deny, type Decision } from "@/lib/platform/policy";

/** What is watched for is decided by moderators. */
export function canWatch(actor: Actor): Decision {
  return isStaff(actor) ? allow : deny("not_allowed");
}
