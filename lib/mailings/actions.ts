"use server";

import { formAction } from "@/lib/platform/action";
import { chooseHearing } from "./choose-hearing";
import { chooseMailTimes } from "./choose-mail-times";
import { leaveMails } from "./leave-mails";
import { pauseMails } from "./pause-mails";
import { hearingSchema, leaveSchema, mailTimesSchema, pauseSchema } from "./schema";

export const chooseHearingAction = formAction(
  { who: "member", schema: hearingSchema, suspendedToo: true },
  async (choices, actor) => {
    await chooseHearing(actor, choices);
    return { message: "This is saved." };
  },
);

export const chooseMailTimesAction = formAction(
  { who: "member", schema: mailTimesSchema, suspendedToo: true },
  async (times, actor) => {
    await chooseMailTimes(actor, times);
    return { message: "This is saved." };
  },
);

export const pauseMailsAction = formAction(
  { who: "member", schema: pauseSchema, suspendedToo: true },
  async ({ days }, actor) => {
    await pauseMails(actor, { days: Number(days) });
    return { href: "/me/settings/mail" };
  },
);

export const leaveMailsAction = formAction({ who: "anyone", schema: leaveSchema }, async ({ token }) => {
  const list = await leaveMails(token);
  return { href: `/unsubscribe/${list === "digest" ? "digest" : "at-once"}` };
});
