import type { Metadata } from "next";
import { ActionForm } from "@/components/ui/form";
import { leaveMailsAction } from "@/lib/mailings/actions";
import { one } from "@/lib/platform/params";
import { leaveRemindersAction } from "@/lib/testimonials/actions";

export const metadata: Metadata = { title: "Fewer mails", robots: { index: false } };

/** By the name of the list that a token begins with. */
const lists = {
  at_once: {
    title: "No more mails at once?",
    lead: "Press the button, and none comes any more. What they would have told is in your digest, which you can leave, too.",
    button: "Get no more mails at once",
    action: leaveMailsAction,
  },
  digest: {
    title: "No more digests?",
    lead: "Press the button, and none comes any more. What is new still waits for you on the site.",
    button: "Get no more digests",
    action: leaveMailsAction,
  },
  reminders: {
    title: "No more reminders?",
    lead: "Press the button, and we do not ask again how it is now.",
    button: "Get no more reminders",
    action: leaveRemindersAction,
  },
};

type Props = { searchParams: Promise<{ token?: string | string[] }> };

/** Opening this changes nothing: mail scanners open links. Only the button does. */
export default async function Unsubscribe({ searchParams }: Props) {
  const token = one((await searchParams).token) ?? "";
  const name = token.split(".")[0];
  const list = name === "digest" || name === "reminders" ? lists[name] : lists.at_once;
  return (
    <div className="frame frame-narrow">
      <header className="page-head">
        <h1>{list.title}</h1>
        <p className="lead">{list.lead}</p>
      </header>
      <div className="card">
        <ActionForm action={list.action} submit={list.button}>
          <input type="hidden" name="token" value={token} />
        </ActionForm>
      </div>
    </div>
  );
}
