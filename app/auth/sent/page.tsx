import type { Metadata } from "next";
import { hasDemoMailbox } from "@/lib/members/queries";

export const metadata: Metadata = { title: "Look into your mailbox" };

export default async function Sent() {
  const demo = await hasDemoMailbox();
  return (
    <>
      <div className="page-head">
        <h1>Look into your mailbox</h1>
        <p className="lead">A link is on its way. It works for 10 minutes, once.</p>
      </div>
      <div className="stack">
        <p>
          You can open it on this device or on another one. Nothing after a minute or two? Look among the junk mail.
        </p>
        {demo && (
          <p className="note">
            This is the demo, so the mail is in the <a href="/dev/mailbox">demo mailbox</a>.
          </p>
        )}
        <p>
          <a href="/auth/sign-in">Ask for another link</a>
        </p>
      </div>
    </>
  );
}
