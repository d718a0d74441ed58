import { Button, Heading, Link, Text } from "@react-email/components";
import { render } from "@react-email/render";
import { MailFrame } from "@/lib/platform/mail-frame";

const large = { fontSize: "17px", lineHeight: "1.6" };
const button = {
  backgroundColor: "#2c5a45",
  borderRadius: "999px",
  color: "#f1efe3",
  fontSize: "17px",
  padding: "12px 26px",
  textDecoration: "none",
};

const why =
  "You get this mail because somebody gave this address to sign in. If it was not you, do nothing: without the button nobody gets in.";

/** The mail with the link, as HTML and as plain text. */
export async function signInMail(input: {
  name: string;
  href: string;
  minutes: number;
}): Promise<{ subject: string; text: string; html: string }> {
  const greeting = input.name ? `Hello ${input.name},` : "Hello,";
  const html = await render(
    <MailFrame preview="Your link to sign in" why={why}>
      <Heading as="h1">Your link to Unknot</Heading>
      <Text style={large}>{greeting}</Text>
      <Text style={large}>
        Here is your link to sign in. It opens a page with a button. It works for {input.minutes} minutes, once.
      </Text>
      <Button href={input.href} style={button}>
        Open the sign-in page
      </Button>
      <Text style={large}>
        Or copy this address into your browser: <Link href={input.href}>{input.href}</Link>
      </Text>
    </MailFrame>,
  );
  const text = [
    greeting,
    `Here is your link to sign in. It opens a page with a button. It works for ${input.minutes} minutes, once.`,
    input.href,
    why,
  ].join("\n\n");
  return { subject: "Your link to sign in", text: `${text}\n`, html };
}
