"use server";

import { memberRefusals } from "@/lib/members/labels";
import { formAction } from "@/lib/platform/action";
import type { Actor } from "@/lib/platform/actor";
import { describeError, log } from "@/lib/platform/log";
import { currentNetwork } from "@/lib/platform/network";
import { addTemplate } from "./add-template";
import { changeRole } from "./change-role";
import { claimCase } from "./claim-case";
import { claimNextCase } from "./claim-next-case";
import { decideAppeal } from "./decide-appeal";
import { decideCase } from "./decide-case";
import { editTemplate } from "./edit-template";
import { moderationRefusals as refusals } from "./labels";
import { usualWords } from "./labels-staff";
import { noteMember } from "./note-member";
import { openCaseByStaff } from "./open-case-by-staff";
import { releaseCase } from "./release-case";
import { removeSpam } from "./remove-spam";
import { reportContent } from "./report-content";
import { retireTemplate } from "./retire-template";
import {
  answerSchema,
  appealSchema,
  batchSchema,
  caseSchema,
  decisionSchema,
  nextCaseSchema,
  noticeSchema,
  reportSchema,
  spamSchema,
  type QueueGroup,
} from "./schema";
import {
  editTemplateSchema,
  noteSchema,
  openCaseSchema,
  retireTemplateSchema,
  roleSchema,
  templateSchema,
} from "./schema-staff";
import { sendNotice } from "./send-notice";
import { submitAppeal } from "./submit-appeal";
import { undoBatch } from "./undo-batch";

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
    const reason = input.reason || usualWords(input);
    await decideCase(actor, { ...input, reason, days: input.days && Number(input.days) });
    if (input.then !== "next") return { href: `/staff/cases/${input.case}` };
    // What was decided stands, whatever happens now: nobody may read that it was not saved.
    const next = await goOn(actor, input).catch((error: unknown) => {
      log.error({ err: describeError(error) }, "the next case was not found");
      return "/staff/queue?";
    });
    return { href: `${next}&done=${input.case}` };
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
export const openNextCaseAction = formAction(
  { who: "moderator", schema: nextCaseSchema, refusals },
  async (input, actor) => ({ href: await goOn(actor, input) }),
);

export const claimCaseAction = formAction({ who: "moderator", schema: caseSchema, refusals }, async (input, actor) => {
  await claimCase(actor, input);
  return { message: "" };
});

export const releaseCaseAction = formAction(
  { who: "moderator", schema: caseSchema, refusals },
  async (input, actor) => {
    await releaseCase(actor, input);
    return { message: "" };
  },
);

export const removeSpamAction = formAction({ who: "moderator", schema: spamSchema, refusals }, async (input, actor) => {
  const { batchId, skipped } = await removeSpam(actor, input);
  const left = skipped.map(({ id, why }) => `${id}-${why}`).join(".");
  return { href: `/staff/batches/${batchId}${left ? `?left=${left}` : ""}` };
});

export const undoBatchAction = formAction({ who: "moderator", schema: batchSchema, refusals }, async (input, actor) => {
  await undoBatch(actor, input);
  return { href: `/staff/batches/${input.batch}` };
});

export const openCaseByStaffAction = formAction(
  { who: "moderator", schema: openCaseSchema, refusals },
  async (input, actor) => {
    const { id } = await openCaseByStaff(actor, input);
    return { href: `/staff/cases/${id}` };
  },
);

export const noteMemberAction = formAction({ who: "moderator", schema: noteSchema, refusals }, async (input, actor) => {
  const { handle } = await noteMember(actor, input);
  return { href: `/staff/members/${handle}#notes` };
});

export const changeRoleAction = formAction({ who: "moderator", schema: roleSchema, refusals }, async (input, actor) => {
  const { handle } = await changeRole(actor, input);
  return { href: `/staff/members/${handle}` };
});

export const addTemplateAction = formAction(
  { who: "moderator", schema: templateSchema, refusals },
  async (input, actor) => {
    await addTemplate(actor, input);
    return { href: "/staff/templates" };
  },
);

export const editTemplateAction = formAction(
  { who: "moderator", schema: editTemplateSchema, refusals },
  async (input, actor) => {
    await editTemplate(actor, input);
    return { href: "/staff/templates" };
  },
);

export const retireTemplateAction = formAction(
  { who: "moderator", schema: retireTemplateSchema, refusals },
  async (input, actor) => {
    await retireTemplate(actor, input.template);
    return { href: "/staff/templates" };
  },
);

/** Claims the next case. @returns its address, or the queue's where nothing waits; both with a query. */
async function goOn(actor: Actor, { show, passed }: { show?: QueueGroup; passed: number[] }): Promise<string> {
  const next = await claimNextCase(actor, { show, passed });
  const within = show ? `&show=${show}` : "";
  if (next === null) return `/staff/queue?next=none${within}`;
  const leaving = passed.length > 0 ? `&passed=${passed.join(".")}` : "";
  return `/staff/cases/${next}?then=next${within}${leaving}`;
}
export const sendNoticeAction = formAction(
  { who: "anyone", schema: noticeSchema, refusals: { ...memberRefusals, ...refusals } },
  async (input, viewer) => {
    const { reference } = await sendNotice(viewer, input, await currentNetwork());
    return { href: `/report/${reference}` };
  },
);
