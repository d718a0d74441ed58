import { Button, Heading, Link, Text } from "@react-email/components";
import { render } from "@react-email/render";
import { MailFrame } from "@/lib/platform/mail-frame";
import type { FollowUpTime } from "./schema";

const large = { fontSize: "17px", lineHeight: "1.6" };
const button = {
  backgroundColor: "#2c5a45",
  borderRadius: "999px",
  color: "#f1efe3",
  fontSize: "17px",
  padding: "12px 26px",
};
const days: Record<FollowUpTime, string> = { "30_days": "30 days", "90_days": "90 days" };
const why = "You get this mail because you asked to be reminded. Stop these reminders with one press at:";

/** Asks how it is now. It names the technique, and nothing that was answered. */
export async function followUpMail(input: {
  handle: string;
  technique: string;
  after: FollowUpTime;
  href: string;
  stop: string;
}) {
  const subject = `How is it now, ${days[input.after]} later?`;
  const said = [
    `Hello ${input.handle},`,
    `${days[input.after]} ago you told what this did to you: ${input.technique}. How is it now? “No change” and “worse” help others as much as “better”.`,
    "If today is a bad day, leave it. The page waits for you.",
  ];
  const html = await render(
    <MailFrame preview={subject} why="You get this mail because you asked to be reminded.">
      <Heading as="h1">{subject}</Heading>
      {said.map((paragraph) => (
        <Text key={paragraph} style={large}>
          {paragraph}
        </Text>
      ))}
      <Button href={input.href} style={button}>
        Tell how it is now
      </Button>
      <Text>
        <Link href={input.stop} style={{ color: "#24503c", textDecoration: "underline" }}>
          Stop these reminders
        </Link>
      </Text>
    </MailFrame>,
  );
  return { subject, text: `${[...said, input.href, `${why} ${input.stop}`].join("\n\n")}\n`, html };
}
