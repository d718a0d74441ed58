import { letter } from "@/lib/platform/mail-frame";

/** The mail with the link. */
export function signInMail({ name, href, minutes }: { name: string; href: string; minutes: number }) {
  return letter({
    subject: "Your link to sign in",
    heading: "Your link to Unknot",
    said: [
      name ? `Hello ${name},` : "Hello,",
      `Here is your link to sign in. It opens a page with a button. It works for ${minutes} minutes, once.`,
    ],
    button: { label: "Open the sign-in page", href, spelledOut: true },
    why: "You get this mail because somebody gave this address to sign in. If it was not you, do nothing: without the button nobody gets in.",
  });
}
