"use server";

import { memberRefusals } from "@/lib/members/labels";
import { formAction } from "@/lib/platform/action";
import { currentNetwork } from "@/lib/platform/network";
import { decideCase } from "./decide-case";
import { moderationRefusals as refusals } from "./labels";
import { reportContent } from "./report-content";
import { decisionSchema, noticeSchema, reportSchema } from "./schema";
import { sendNotice } from "./send-notice";

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

export const sendNoticeAction = formAction(
  { who: "anyone", schema: noticeSchema, refusals: { ...memberRefusals, ...refusals } },
  async (input, viewer) => {
    const { reference } = await sendNotice(viewer, input, await currentNetwork());
    return { href: `/report/${reference}` };
  },
);
