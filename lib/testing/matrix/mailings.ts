import { notificationKinds } from "@/lib/notifications/schema";
import { unsubscribeToken } from "@/lib/platform/unsubscribe";
import type { Matrix } from "./attempts";
import { aFormKey, anyone, everyMember } from "./personas";

const ways = Object.fromEntries(
  notificationKinds.flatMap((kind) => [
    [`site_${kind}`, "yes"],
    [`mail_${kind}`, "never"],
  ]),
);
const times = { zone: "Europe/Berlin", quietFrom: "21", quietTo: "8", digest: "daily", day: "1", hour: "9" };

/** What reaches a member by mail: theirs to choose also while they are shut out. */
export const mailings: Matrix = {
  "mailings/chooseHearingAction": [
    {
      on: "one's own",
      fields: () => ({ ...ways, key: aFormKey() }),
      outcomes: everyMember("done"),
    },
  ],
  "mailings/chooseMailTimesAction": [
    {
      on: "one's own",
      fields: () => ({ ...times, key: aFormKey() }),
      outcomes: everyMember("done"),
    },
  ],
  "mailings/pauseMailsAction": [
    {
      on: "one's own",
      fields: () => ({ days: "3", key: aFormKey() }),
      outcomes: everyMember("done"),
    },
  ],
  "mailings/leaveMailsAction": [
    {
      on: "a link that never was",
      fields: () => ({ token: "digest.1.x", key: aFormKey() }),
      outcomes: anyone("link_broken"),
    },
    {
      on: "a link of somebody who is gone",
      fields: () => ({ token: unsubscribeToken({ list: "digest", id: 987_654_321 }), key: aFormKey() }),
      outcomes: anyone("done"),
    },
  ],
};
