"use server";

import { formAction } from "@/lib/platform/action";
import { decideAppeal } from "./decide-appeal";
import { decideCase } from "./decide-case";
import { moderationRefusals as refusals } from "./labels";
import { reportContent } from "./report-content";
import { answerSchema, appealSchema, decisionSchema, reportSchema } from "./schema";
import { submitAppeal } from "./submit-appeal";

export const reportContentAction = formAction(
  { who: "member", schema: reportSchema, refusals },
  async (input, actor) => {
    await reportContent(actor, input);
    return { href: `/me/reports?thanks=${input.reason === "worried_about_person" ? "worry" : "report"}` };
  },
);

export const decideCaseAction = formAction(
  { who: "moderator", schema: decisionSchema, refusals },
  async (input, actor) => {
    await decideCase(actor, { ...input, days: input.days && Number(input.days) });
    return { href: `/staff/cases/${input.case}` };
  },
);

export const submitAppealAction = formAction(
  { who: "member", schema: appealSchema, refusals, suspendedToo: true },
  async ({ statement, report, body }, actor) => {
    await submitAppeal(actor, report ? { report } : { statement }, body);
    return { href: report ? `/me/reports/${report}/appeal` : `/me/statements/${statement}#object` };
  },
);

export const decideAppealAction = formAction(
  { who: "moderator", schema: answerSchema, refusals },
  async (input, actor) => {
    await decideAppeal(actor, input);
    return { href: `/staff/appeals/${input.appeal}` };
  },
);
