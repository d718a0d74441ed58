import { letter } from "@/lib/platform/mail-frame";

type Input = {
  reference: string;
  /** The whole address of what it is about. */
  address: string;
  /** Within how many hours somebody looks, as a rule. */
  hours: number;
  /** To whom people write back. */
  operator: string;
};

/** Tells that a notice has come. Anybody may have typed this mail's address, so no word of the notice goes into it. */
export function noticeReceiptMail({ reference, address, hours, operator }: Input) {
  return letter({
    subject: `We have your notice ${reference}`,
    said: [
      "Hello,",
      `We have your notice of illegal content. Its reference is ${reference}.`,
      `It is about this address: ${address}`,
      `What happens next: a moderator reads it and decides, as a rule within ${hours} ${hours === 1 ? "hour" : "hours"}. That is a person, not a program. Then we write to you what was decided.`,
      `If there is something to add, write to ${operator} and name the reference.`,
      "Only moderators see your name and this address. Both are erased 6 months after the decision.",
    ],
    why: "You get this mail because somebody gave this address on our page for notices. If it was not you, do nothing.",
  });
}
