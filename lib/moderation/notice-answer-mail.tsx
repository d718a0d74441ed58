import { letter } from "@/lib/platform/mail-frame";
import { noticeOutcomes } from "./labels";
import type { NoticeOutcome } from "./outcomes";

type Input = { reference: string; outcome: NoticeOutcome; operator: string };

/** Tells what came of a notice: no word of what it was about, and nothing of whoever wrote that. */
export function noticeAnswerMail({ reference, outcome, operator }: Input) {
  return letter({
    subject: `What was decided about your notice ${reference}`,
    said: [
      "Hello,",
      `A moderator has decided about your notice ${reference}. ${noticeOutcomes[outcome]}`,
      "It was decided by a person, not by a program.",
      `If you think that this is wrong, write to ${operator} within 6 months, name the reference, and say what was missed. Somebody else than the person who decided will look at it. If you have an account here, you can also report it there, and appeal against what comes of that.`,
      "You can also turn to a court, or to a body that settles such disputes outside of court.",
    ],
    why: "You get this mail because you gave this address on our page for notices. We erase it 6 months after the decision.",
  });
}
