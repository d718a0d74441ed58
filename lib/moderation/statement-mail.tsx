import { letter } from "@/lib/platform/mail-frame";
import { outcomeOf, ruleLabels, scopeLabels } from "./labels";
import { nothingToObject, type DecisionKind, type Rule, type Scope } from "./schema";

const why = "You get this mail because everybody here is told what was decided about them, and why.";
const days = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });

/** What was decided about somebody or their words. It quotes neither the words nor whoever reported them. */
export function statementMail(input: {
  handle: string;
  kind: DecisionKind;
  lifts: DecisionKind | null;
  scope: Scope;
  endsAt: Date | null;
  rule: Rule;
  legalGround: string | null;
  facts: string;
  automated: boolean;
  appealUntil: Date;
  href: string;
}) {
  const about = input.scope === "account" ? "what you can do here" : "something that you wrote";
  const headline = input.automated ? `The software has hidden ${about}` : `A moderator has decided about ${about}`;
  const said = [
    `Hello ${input.handle},`,
    `${headline}. ${outcomeOf(input)}`,
    `What it is about: ${scopeLabels[input.scope].toLowerCase()}. ${input.endsAt ? `It ends by itself on ${days.format(input.endsAt)} UTC.` : ""}`.trim(),
    ...(input.rule === "none" ? [] : [`The rule: ${input.legalGround ?? ruleLabels[input.rule]}.`]),
    input.automated ? input.facts : `In the moderator's words: ${input.facts}`,
    ...(nothingToObject.includes(input.kind)
      ? []
      : [
          `If you think that this is wrong, you can object until ${days.format(input.appealUntil)} UTC, on the page below. Somebody else will decide.`,
        ]),
  ];
  return letter({ subject: headline, said, button: { label: "Read the whole statement", href: input.href }, why });
}
