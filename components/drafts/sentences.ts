import type { Where } from "./keeper";

const sentences: Record<Where | "emptied", string> = {
  nowhere: "What you write is kept for you as you go.",
  device: "Kept on this device.",
  account: "Kept with your account.",
  signed_out:
    "Kept on this device. You are signed out, so it goes to your account when you have signed in again in this browser.",
  too_long: "Kept on this device only: it is too long to be kept with your account.",
  emptied: "Everything is empty again, and nothing of it is kept. Until you leave this page you can still undo it.",
};

/** Where what is typed is kept, in plain words. */
export function keptSentences(where: Where | "emptied", long: boolean): string {
  if (!long || where === "emptied") return sentences[where];
  if (where === "nowhere") return "What you fill in is kept with your account as you go. Nobody but you can read it.";
  const shared = where === "account" ? "" : " On a shared computer, press Start anew before you leave.";
  return `${sentences[where]}${shared}`;
}

/** Beside a draft that is finished on a page of its own. */
export const allDrafts = { href: "/me/drafts", name: "All drafts" };
