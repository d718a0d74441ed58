"use server";

import { formAction } from "@/lib/platform/action";
import { currentNetwork } from "@/lib/platform/network";
import { threadPath } from "@/lib/platform/urls";
import { changeConsent } from "./change-consent";
import { chooseReminder } from "./choose-reminder";
import { editTestimonial } from "./edit-testimonial";
import { testimonialRefusals as refusals } from "./labels";
import { leaveReminders } from "./leave-reminders";
import {
  changeConsentSchema,
  chooseReminderSchema,
  editTestimonialSchema,
  followUpSchema,
  leaveRemindersSchema,
  tellSchema,
  withdrawTestimonialSchema,
} from "./schema";
import { tellFollowUp } from "./tell-follow-up";
import { tellWhatHelped, type ToldThread } from "./tell-what-helped";
import { withdrawTestimonial } from "./withdraw-testimonial";

const ownPage = "/me/testimonials";

/** To its page, where it has one that can be read now; what waits stands among everything that does. */
const placeOf = (told: ToldThread) => ({
  href: told.held ? "/me/waiting" : told.shown ? threadPath(told) : `${ownPage}#told-${told.id}`,
});

export const tellWhatHelpedAction = formAction({ who: "member", schema: tellSchema, refusals }, async (input, actor) =>
  placeOf(await tellWhatHelped(actor, input, await currentNetwork())),
);

export const editTestimonialAction = formAction(
  { who: "member", schema: editTestimonialSchema, refusals },
  async (input, actor) => placeOf(await editTestimonial(actor, input)),
);

export const tellFollowUpAction = formAction(
  { who: "member", schema: followUpSchema, refusals },
  async (input, actor) => placeOf(await tellFollowUp(actor, input)),
);

export const changeConsentAction = formAction(
  { who: "member", schema: changeConsentSchema, refusals, suspendedToo: true },
  async (input, actor) => {
    await changeConsent(actor, input);
    return { href: `${ownPage}#told-${input.thread}` };
  },
);

export const chooseReminderAction = formAction(
  { who: "member", schema: chooseReminderSchema, refusals, suspendedToo: true },
  async (input, actor) => {
    await chooseReminder(actor, input);
    return { href: `${ownPage}#told-${input.thread}` };
  },
);

export const withdrawTestimonialAction = formAction(
  { who: "member", schema: withdrawTestimonialSchema, refusals, suspendedToo: true },
  async (input, actor) => {
    await withdrawTestimonial(actor, input.thread);
    return { href: ownPage };
  },
);

export const leaveRemindersAction = formAction(
  { who: "anyone", schema: leaveRemindersSchema, refusals },
  async ({ token }) => {
    await leaveReminders(token);
    return { href: "/unsubscribe/reminders" };
  },
);
