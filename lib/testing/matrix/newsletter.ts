import { unsubscribeToken } from "@/lib/platform/unsubscribe";
import { aWord } from "../factories";
import { anIssue } from "../newsletter";
import type { Matrix } from "./attempts";
import { aFormKey, anyone, editors } from "./personas";

const words = () => ({ subject: `New: ${aWord()}`, introduction: "Hello.", articles: "", key: aFormKey() });
const draft = async () => {
  const { id, version } = await anIssue();
  return { issue: String(id), version: String(version), key: aFormKey() };
};

/** The newsletter: for anybody with an address, and for those who write it. */
export const newsletter: Matrix = {
  "newsletter/subscribeAction": [
    {
      on: "an address",
      fields: () => ({ email: `${aWord()}@example.org`, key: aFormKey() }),
      // The last one comes after ten others from the same network.
      outcomes: { ...anyone("done"), admin: "rate_limited" },
    },
  ],
  "newsletter/confirmSubscriptionAction": [
    {
      on: "a link that never was",
      fields: () => ({ token: "newsletter.1.x", key: aFormKey() }),
      outcomes: anyone("link_broken"),
    },
  ],
  "newsletter/leaveNewsletterAction": [
    {
      on: "a link of nobody's",
      fields: () => ({ token: "newsletter.1.x", key: aFormKey() }),
      outcomes: anyone("link_broken"),
    },
    {
      on: "a link of somebody who has left",
      fields: () => ({ token: unsubscribeToken({ list: "newsletter", id: 987_654_321 }), key: aFormKey() }),
      outcomes: anyone("done"),
    },
  ],
  "newsletter/writeIssueAction": [{ on: "a new one", fields: words, outcomes: editors("done") }],
  "newsletter/editIssueAction": [
    { on: "a draft", fields: async () => ({ ...words(), ...(await draft()) }), outcomes: editors("done") },
  ],
  "newsletter/testIssueAction": [{ on: "a draft", fields: draft, outcomes: editors("done") }],
  "newsletter/scheduleIssueAction": [
    {
      on: "a time that is over",
      fields: async () => ({ ...(await draft()), when: "later", date: "2020-01-31", time: "09:30" }),
      outcomes: editors("time_past"),
    },
  ],
  "newsletter/cancelIssueAction": [{ on: "a draft", fields: draft, outcomes: editors("issue_not_waiting") }],
};
