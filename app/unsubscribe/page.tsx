import type { Metadata } from "next";
import { ActionForm } from "@/components/ui/form";
import { leaveMailsAction } from "@/lib/mailings/actions";
import { one } from "@/lib/platform/params";

export const metadata: Metadata = { title: "Fewer mails", robots: { index: false } };

type Props = { searchParams: Promise<{ token?: string | string[] }> };

/** Opening this changes nothing: mail scanners open links. Only the button does. */
export default async function Unsubscribe({ searchParams }: Props) {
  const token = one((await searchParams).token) ?? "";
  const digest = token.startsWith("digest.");
  return (
    <div className="frame frame-narrow">
      <header className="page-head">
        <h1>{digest ? "No more digests?" : "No more mails at once?"}</h1>
        <p className="lead">
          {digest
            ? "Press the button, and none comes any more. What is new still waits for you on the site."
            : "Press the button, and none comes any more. What they would have told is in your digest, which you can leave, too."}
        </p>
      </header>
      <div className="card">
        <ActionForm action={leaveMailsAction} submit={digest ? "Get no more digests" : "Get no more mails at once"}>
          <input type="hidden" name="token" value={token} />
        </ActionForm>
      </div>
    </div>
  );
}
