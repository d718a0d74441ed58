"use server";

import { formAction } from "@/lib/platform/action";
import { decideCase } from "./decide-case";
import { moderationRefusals as refusals } from "./labels";
import { reportContent } from "./report-content";
import { decisionSchema, reportSchema } from "./schema";

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
