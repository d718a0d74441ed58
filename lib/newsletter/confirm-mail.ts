import { letter } from "@/lib/platform/mail-frame";
import { confirmHours } from "./limits";

const why =
  "You get this mail because somebody gave this address on our page for the newsletter. If it was not you, do nothing: you will hear no more of it, and the address is deleted.";

/** Asks whoever has the mailbox whether they want it. */
export function confirmMail(href: string) {
  return letter({
    subject: "Do you want our newsletter?",
    said: [
      "Hello,",
      "Somebody, probably you, asked for our newsletter: new articles about massage and migraine, once a week at the most.",
      `Here is the link to say yes. It opens a page with a button, and works for ${confirmHours} hours.`,
    ],
    button: { label: "Open the page to say yes", href, spelledOut: true },
    why,
  });
}

/** The same page was filled in for an address that is on the list already. */
export function alreadyMail(leave: string) {
  return letter({
    subject: "You get our newsletter already",
    said: [
      "Hello,",
      "Somebody, probably you, asked for our newsletter. This address is on its list already, so there is nothing to do.",
    ],
    why: "You get this mail because somebody gave this address on our page for the newsletter.",
    unsubscribe: { label: "Leave the newsletter", href: leave },
  });
}
