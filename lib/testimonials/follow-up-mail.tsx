import { letter } from "@/lib/platform/mail-frame";
import type { FollowUpTime } from "./schema";

const days: Record<FollowUpTime, string> = { "30_days": "30 days", "90_days": "90 days" };

/** Asks how it is now. It names the technique, and nothing that was answered. */
export function followUpMail(input: {
  handle: string;
  technique: string;
  after: FollowUpTime;
  href: string;
  stop: string;
}) {
  return letter({
    subject: `How is it now, ${days[input.after]} later?`,
    said: [
      `Hello ${input.handle},`,
      `${days[input.after]} ago you told what this did to you: ${input.technique}. How is it now? “No change” and “worse” help others as much as “better”.`,
      "If today is a bad day, leave it. The page waits for you.",
    ],
    button: { label: "Tell how it is now", href: input.href },
    why: "You get this mail because you asked to be reminded.",
    unsubscribe: { label: "Stop these reminders", href: input.stop },
  });
}
