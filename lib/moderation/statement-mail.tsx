import { Button, Heading, Text } from "@react-email/components";
import { render } from "@react-email/render";
import { MailFrame } from "@/lib/platform/mail-frame";
import { decisionOutcomes, ruleLabels } from "./labels";
import type { DecisionKind, Rule } from "./schema";

const large = { fontSize: "17px", lineHeight: "1.6" };
const button = {
  backgroundColor: "#2c5a45",
  borderRadius: "999px",
  color: "#f1efe3",
  fontSize: "17px",
  padding: "12px 26px",
};
const why = "You get this mail because moderators always tell people what was done with their words.";

/** What a moderator decided about somebody's words. It quotes neither the words nor whoever reported them. */
export async function statementMail(input: {
  handle: string;
  kind: DecisionKind;
  rule: Rule;
  reason: string;
  href: string;
}) {
  const said = [
    `Hello ${input.handle},`,
    `A moderator has decided about something that you wrote. ${decisionOutcomes[input.kind]}`,
    ...(input.rule === "none" ? [] : [`The rule: ${ruleLabels[input.rule]}.`]),
    `In the moderator's words: ${input.reason}`,
  ];
  const html = await render(
    <MailFrame preview="A moderator has decided about something that you wrote" why={why}>
      <Heading as="h1">About something that you wrote</Heading>
      {said.map((paragraph) => (
        <Text key={paragraph} style={large}>
          {paragraph}
        </Text>
      ))}
      <Button href={input.href} style={button}>
        Read the whole statement
      </Button>
    </MailFrame>,
  );
  return {
    subject: "A moderator has decided about something that you wrote",
    text: `${[...said, input.href, why].join("\n\n")}\n`,
    html,
  };
}
