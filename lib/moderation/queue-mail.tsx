import { letter } from "@/lib/platform/mail-frame";

const why =
  "You get this mail because you are a moderator here. For each case that waits too long there are two at the most.";

const headlines = {
  claimed: "A case that you claimed waits too long",
  late: "Something waits too long in the queue",
  very_late: "The queue needs you",
};

const reasons = {
  claimed: "If you cannot look at it today, please give it back, so that somebody else does.",
  late: "You were there in the last day, so you hear of it first.",
  very_late: "It was due some time ago, and a reminder did not help. So every moderator gets this mail.",
};

/** That cases wait too long. It says how many, and nothing of what they are about. */
export function queueMail(input: {
  kind: "claimed" | "late" | "very_late";
  handle: string;
  waiting: number;
  late: number;
  href: string;
}) {
  const subject = headlines[input.kind];
  return letter({
    subject,
    said: [`Hello ${input.handle},`, `${countsOf(input)} ${reasons[input.kind]}`],
    button: { label: "Open the queue", href: input.href },
    why,
  });
}

function countsOf({ waiting, late }: { waiting: number; late: number }): string {
  const all = waiting === 1 ? "1 case waits" : `${waiting} cases wait`;
  if (waiting === late) return `${all} for a moderator, longer than ${waiting === 1 ? "it" : "they"} should.`;
  return `${all} for a moderator, ${late} of them longer than ${late === 1 ? "it" : "they"} should.`;
}
