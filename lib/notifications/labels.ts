import { atMostNine } from "@/lib/follows/labels";
import type { NotificationKind } from "./schema";

const did: Record<NotificationKind, (many: boolean) => string> = {
  reply: () => "replied to you",
  mention: () => "mentioned you",
  comment: () => "wrote",
  thread: () => "started this",
  thanks: (many) => (many ? "reacted to your words" : "reacted to what you wrote"),
  quoted: () => "quoted you in an article",
};

type Told = { kind: NotificationKind; names: string[]; people: number; count: number };

/** Who did what, for example "ana, ben and 3 others replied to you, 9+ comments". */
export function notificationWords({ kind, names, people, count }: Told): string {
  const others = people - names.length;
  const named = others > 0 ? [...names, `${atMostNine(others)} ${others === 1 ? "other" : "others"}`] : names;
  const who = named.length > 1 ? `${named.slice(0, -1).join(", ")} and ${named.at(-1)}` : (named[0] ?? "Somebody");
  const comments = ["reply", "mention", "comment"].includes(kind) && count > 1 ? `, ${atMostNine(count)} comments` : "";
  return `${who} ${did[kind](people > 1)}${comments}`;
}
