import { readSignedId, signId } from "@/lib/platform/signed-id";

const use = "newsletter-confirm";
const name = "newsletter";

/** The link that confirms an address. It lies in no table and no queue; how long it works is with the subscriber. */
export function confirmToken(subscriberId: number): string {
  return signId(use, { name, id: subscriberId });
}

/** The subscriber of a link; null for a link of nobody's. */
export function readConfirmToken(token: string): number | null {
  return readSignedId(use, token)?.id ?? null;
}
