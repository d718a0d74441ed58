"use server";

import { memberRefusals } from "@/lib/members/labels";
import { formAction } from "@/lib/platform/action";
import { currentNetwork } from "@/lib/platform/network";
import { cancelIssue } from "./cancel-issue";
import { confirmSubscription } from "./confirm-subscription";
import { editIssue } from "./edit-issue";
import { newsletterRefusals as refusals } from "./labels";
import { leaveNewsletter } from "./leave-newsletter";
import { scheduleIssue } from "./schedule-issue";
import {
  editIssueSchema,
  issueSchema,
  linkSchema,
  scheduleIssueSchema,
  subscribeSchema,
  writeIssueSchema,
} from "./schema";
import { subscribe } from "./subscribe";
import { testIssue } from "./test-issue";
import { writeIssue } from "./write-issue";

export const subscribeAction = formAction(
  { who: "anyone", schema: subscribeSchema, refusals: { ...memberRefusals, ...refusals } },
  async (input) => {
    await subscribe({ email: input.email, network: await currentNetwork() });
    return { href: "/newsletter/sent" };
  },
);

export const confirmSubscriptionAction = formAction(
  { who: "anyone", schema: linkSchema, refusals },
  async ({ token }) => {
    await confirmSubscription(token);
    return { href: "/newsletter/confirmed" };
  },
);

export const leaveNewsletterAction = formAction({ who: "anyone", schema: linkSchema, refusals }, async ({ token }) => {
  await leaveNewsletter(token);
  return { href: "/newsletter/left" };
});

export const writeIssueAction = formAction(
  { who: "member", schema: writeIssueSchema, refusals },
  async (input, actor) => {
    const id = await writeIssue(actor, input);
    return { href: id ? `/staff/newsletter/${id}` : "/staff/newsletter" };
  },
);

export const editIssueAction = formAction(
  { who: "member", schema: editIssueSchema, refusals },
  async (input, actor) => {
    await editIssue(actor, input);
    return { href: `/staff/newsletter/${input.issue}` };
  },
);

export const testIssueAction = formAction({ who: "member", schema: issueSchema, refusals }, async (input, actor) => {
  await testIssue(actor, input.issue);
  return { message: "It is on its way to your own address." };
});

export const scheduleIssueAction = formAction(
  { who: "member", schema: scheduleIssueSchema, refusals },
  async (input, actor) => {
    await scheduleIssue(actor, input);
    return { href: `/staff/newsletter/${input.issue}` };
  },
);

export const cancelIssueAction = formAction({ who: "member", schema: issueSchema, refusals }, async (input, actor) => {
  await cancelIssue(actor, input.issue);
  return { href: `/staff/newsletter/${input.issue}` };
});
