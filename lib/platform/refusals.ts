import type { RefusalFacts } from "./errors";

type Sentence = string | ((facts: RefusalFacts) => string);

export const commonRefusals: Record<string, Sentence> = {
  signed_out:
    "You are signed out, so this was not sent. Your text is still here: sign in in a new tab, come back, and send it again.",
  no_handle_yet: "Please choose a handle first, so that people know what to call you.",
  not_allowed: "You cannot do this here.",
  link_broken: "This link is not whole. Please open it again from the mail, or copy all of it.",
  silenced:
    "A moderator has decided that you cannot write here for now. The statement at “From the moderators” says why and until when. Your text is still here.",
  suspended:
    "Your account is suspended for now. The statement at “From the moderators” says why and until when. Your text is still here.",
  banned:
    "Your account is closed. The statement at “From the moderators” says why, and how to object. Your text is still here.",
  not_yours: "Only the person who wrote this can change it.",
  not_found: "This is not here any more. It may have been removed or withdrawn.",
  rate_limited: (facts) =>
    `That was a little fast. Please wait ${waitingTime(Number(facts.waitSeconds))}, then send it again. Your text is still here.`,
  broken:
    "Something went wrong on our side, and this was not saved. Your text is still here: please try again in a moment.",
};

/** The sentence that people read for a refusal's code; the domain's own come first. */
export function refusalSentence(code: string, facts: RefusalFacts = {}, own: Record<string, Sentence> = {}): string {
  const sentence = own[code] ?? commonRefusals[code] ?? commonRefusals.broken ?? "";
  return typeof sentence === "function" ? sentence(facts) : sentence;
}

function waitingTime(seconds: number): string {
  if (seconds < 90) return seconds === 1 ? "a second" : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
}
