import type { NewNotice } from "@/lib/moderation/send-notice";
import { aWord } from "./factories";

/** A notice about what stands at an address, as the form gives it. */
export function aNotice(address: string, given: Partial<NewNotice> = {}): NewNotice {
  const why = "It shows where somebody lives, against their will.";
  return { address, why, name: "Ana Öz", email: `${aWord()}@example.org`, childAbuse: false, key: "", ...given };
}
