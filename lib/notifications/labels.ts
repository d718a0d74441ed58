import { atMostNine } from "@/lib/follows/labels";
import type { ReactionKind } from "@/lib/reactions/labels";
import type { NotificationKind } from "./schema";

const did: Record<Exclude<NotificationKind, "thanks">, string> = {
  reply: "replied to you",
  mention: "mentioned you",
  comment: "wrote",
  thread: "started this",
  quoted: "quoted you in an article",
};

const gave: Record<ReactionKind, string> = { thanks: "thanked you", same: "said “same here”", hug: "sent you a hug" };

type Told = {
  kind: NotificationKind;
  gesture: ReactionKind | null;
  names: string[];
  people: number;
  count: number;
};

/** Who did what, for example "ana, ben and 2 others thanked you", or "ana replied to you, 3 comments". */
export function notificationWords({ kind, gesture, names, people, count }: Told): string {
  const act = kind === "thanks" ? (gesture ? gave[gesture] : "reacted to what you wrote") : did[kind];
  const talk = ["reply", "mention", "comment"].includes(kind);
  return `${whoOf(names, people)} ${act}${talk && count > 1 ? `, ${atMostNine(count)} comments` : ""}`;
}

/** Three names at the most, and with more people two of them and how many others. */
function whoOf(names: string[], people: number): string {
  const shown = people > names.length ? names.slice(0, 2) : names;
  const others = people - shown.length;
  const all = others > 0 ? [...shown, `${atMostNine(others)} ${others === 1 ? "other" : "others"}`] : shown;
  return all.length > 1 ? `${all.slice(0, -1).join(", ")} and ${all.at(-1)}` : (all[0] ?? "Somebody");
}
