import { unsubscribeToken } from "@/lib/platform/unsubscribe";
import { aDraft, aMember, aPost, aTestimonial, aWord, type Member } from "../factories";
import type { Matrix } from "./attempts";
import { aFormKey, anyone, everyMember, members, speakers } from "./personas";

const ofTestimonial = async (author?: Member) => String((await aTestimonial(author ? { author } : {})).id);
const consent = { purpose: "counted", act: "given" };

/** One's account, one's own data and what one agreed to. */
export const own: Matrix = {
  "members/requestSignInAction": [
    {
      on: "an address",
      fields: () => ({ email: `${aWord()}@example.org`, name: "Ana", next: "/me", key: aFormKey() }),
      // The last one comes after ten others from the same network.
      outcomes: { ...anyone("done"), admin: "rate_limited" },
    },
  ],
  "members/claimFirstAdminAction": [
    {
      on: "a link that never was",
      fields: () => ({
        email: `${aWord()}@example.org`,
        name: "Ana",
        token: aFormKey().padEnd(43, "x"),
        key: aFormKey(),
      }),
      outcomes: anyone("invitation_over"),
    },
  ],
  "members/chooseHandleAction": [
    {
      on: "a handle that is free",
      fields: () => ({ handle: aWord().slice(0, 20), agree: "yes", next: "/me", key: aFormKey() }),
      outcomes: { ...everyMember("handle_chosen"), joining: "done" },
    },
  ],
  "members/editBioAction": [
    { on: "one's own", fields: () => ({ bio: "I like to walk.", key: aFormKey() }), outcomes: speakers("done") },
  ],
  "members/tryMailAgainAction": [
    { on: "one's own address", fields: () => ({ key: aFormKey() }), outcomes: everyMember("done") },
  ],
  "offers/sayEnergyAction": [
    // Whoever cannot write for now is offered nothing.
    { on: "one's own", fields: () => ({ answers: "2", key: aFormKey() }), outcomes: members("done") },
  ],
  "offers/passOfferAction": [
    {
      on: "a thread that was not offered, which changes nothing",
      fields: async () => ({ thread: String((await aPost()).id), key: aFormKey() }),
      outcomes: members("done"),
    },
  ],
  "testimonials/changeConsentAction": [
    {
      on: "one's own",
      fields: async (author) => ({ thread: await ofTestimonial(author), ...consent, key: aFormKey() }),
      outcomes: everyMember("done"),
    },
    {
      on: "somebody else's",
      fields: async () => ({ thread: await ofTestimonial(), ...consent, key: aFormKey() }),
      outcomes: everyMember("not_yours"),
    },
  ],
  "testimonials/leaveRemindersAction": [
    {
      on: "a link that never was",
      fields: () => ({ token: "reminders.1.x", key: aFormKey() }),
      outcomes: anyone("link_broken"),
    },
    {
      on: "a link to what is gone",
      fields: () => ({ token: unsubscribeToken({ list: "reminders", id: 987_654_321 }), key: aFormKey() }),
      outcomes: anyone("done"),
    },
  ],
  "testimonials/chooseReminderAction": [
    {
      on: "one's own",
      fields: async (author) => ({ thread: await ofTestimonial(author), remind: "none", key: aFormKey() }),
      outcomes: everyMember("done"),
    },
    {
      on: "somebody else's",
      fields: async () => ({ thread: await ofTestimonial(), remind: "none", key: aFormKey() }),
      outcomes: everyMember("not_yours"),
    },
  ],
  "drafts/throwAwayDraftAction": [
    {
      on: "one's own",
      fields: async (author) => ({ draft: String((await aDraft({ author })).id), key: aFormKey() }),
      outcomes: everyMember("done"),
    },
    {
      // Nothing tells it from one that is gone already. A test of the verb says that it stays.
      on: "somebody else's",
      fields: async () => ({ draft: String((await aDraft({ author: await aMember() })).id), key: aFormKey() }),
      outcomes: everyMember("done"),
    },
  ],
  "testimonials/withdrawTestimonialAction": [
    {
      on: "one's own",
      fields: async (author) => ({ thread: await ofTestimonial(author), key: aFormKey() }),
      outcomes: everyMember("done"),
    },
    {
      on: "somebody else's",
      fields: async () => ({ thread: await ofTestimonial(), key: aFormKey() }),
      outcomes: everyMember("not_yours"),
    },
  ],
};
