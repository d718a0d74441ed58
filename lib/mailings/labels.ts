import type { MailChoice, NotificationKind } from "@/lib/notifications/schema";

export const kindLabels: Record<NotificationKind, { title: string; hint: string }> = {
  reply: { title: "Answers to you", hint: "Somebody answers a comment of yours, or writes under what you started." },
  mention: { title: "Your name", hint: "Somebody writes @ and your handle." },
  comment: { title: "Comments in threads that you watch", hint: "Also those under what you started." },
  thread: { title: "New threads", hint: "In a technique or by a person that you watch." },
  thanks: { title: "Thanks and other reactions", hint: "To your words, put together: “3 people thanked you”." },
  quoted: { title: "Your words in an article", hint: "Only where you agreed to be quoted." },
};

export const mailChoiceLabels: Record<MailChoice, string> = {
  at_once: "At once",
  digest: "In the digest",
  never: "Never",
};

export const rhythmLabels = { daily: "Every day", weekly: "Once a week", never: "Never" } as const;

export const dayLabels = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** A whole hour, e.g. "09:00". */
export function hourLabel(hour: number): string {
  return `${String(hour).padStart(2, "0")}:00`;
}
