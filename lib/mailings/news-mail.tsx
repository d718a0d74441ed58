import { notificationWords } from "@/lib/notifications/labels";
import type { NotificationKind } from "@/lib/notifications/schema";
import { env } from "@/lib/platform/env";
import { letter, MailText } from "@/lib/platform/mail-frame";
import { excerptOf } from "@/lib/platform/markdown";
import { commentPath, threadPath } from "@/lib/platform/urls";
import { mostQuoted, quotedLength } from "./limits";
import type { Said, Told } from "./queries";

const because: Record<NotificationKind, string> = {
  reply: "somebody answered you",
  mention: "somebody called you by name",
  comment: "you watch this thread",
  thread: "you watch where it was started",
  thanks: "somebody reacted to your words",
  quoted: "your words stand in an article",
};

type Input = Told & { handle: string; wholeText: boolean; leave: string };

/** What is new for one member in one thread. Words for members only stay on the site, unless they want them in mails. */
export function newsMail({ thread, said, handle, wholeText, leave }: Input) {
  const nearest = nearestOf(said);
  const first = Math.min(...said.map(({ position }) => position));
  const href = new URL(first > 0 ? commentPath(thread, first) : threadPath(thread), env().APP_URL).href;
  const told = wordsFor(said);
  const words = said.filter(({ body }) => body !== null);
  const mayQuote = wholeText || thread.audience === "public";
  const quoted = mayQuote ? words.slice(0, mostQuoted) : [];
  const more = words.length - quoted.length;
  return letter({
    subject: `${told}: ${thread.title}`,
    heading: thread.title,
    said: [
      `Hello ${handle},`,
      `${told}.`,
      ...quoted.map(({ by, body }) => `${by ?? "Somebody"}: ${excerptOf(body ?? "", quotedLength)}`),
      ...(mayQuote && more > 0
        ? [more === 1 ? "One more comment waits there." : `${more} more comments wait there.`]
        : []),
      ...(mayQuote || words.length === 0
        ? []
        : ["It was written for members only, so its words are not in this mail."]),
    ],
    more: {
      html: <MailText>{once}</MailText>,
      text: once,
    },
    button: { label: "Read it there", href },
    why: `You get this mail because ${because[nearest]}, and you hear of that at once. What reaches you is yours to choose: ${settings()}`,
    unsubscribe: { label: "Get no more mails at once", href: leave },
  });
}

const once = "We write once about a thread, and no more before you have been there.";

function settings(): string {
  return new URL("/me/settings/mail", env().APP_URL).href;
}

function nearestOf(said: Said[]): NotificationKind {
  const order: NotificationKind[] = ["reply", "mention", "comment", "thread", "thanks", "quoted"];
  return order.find((kind) => said.some((each) => each.kind === kind)) ?? "comment";
}

/** Who did what, in one sentence without a full stop. */
export function wordsFor(said: Said[]): string {
  const names = [...new Set(said.toReversed().flatMap(({ by }) => by ?? []))];
  const kind = nearestOf(said);
  const gestures = new Set(said.flatMap(({ gesture }) => gesture ?? []));
  const gesture = gestures.size === 1 ? ([...gestures][0] ?? null) : null;
  return notificationWords({ kind, gesture, names: names.slice(0, 3), people: names.length, count: said.length });
}
