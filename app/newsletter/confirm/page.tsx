import type { Metadata } from "next";
import { ActionForm } from "@/components/ui/form";
import { confirmSubscriptionAction } from "@/lib/newsletter/actions";
import { one } from "@/lib/platform/params";

export const metadata: Metadata = { title: "Say yes to the newsletter", robots: { index: false } };

type Props = { searchParams: Promise<{ token?: string | string[] }> };

/** Opening this changes nothing: mail scanners open links. Only the button does. */
export default async function ConfirmNewsletter({ searchParams }: Props) {
  const token = one((await searchParams).token) ?? "";
  return (
    <div className="frame frame-narrow">
      <header className="page-head">
        <h1>Do you want our newsletter?</h1>
        <p className="lead">Press the button, and new articles come by mail, once a week at the most.</p>
      </header>
      <div className="stack">
        <div className="card">
          <ActionForm action={confirmSubscriptionAction} submit="Yes, send it to me">
            <input type="hidden" name="token" value={token} />
          </ActionForm>
        </div>
        <p className="quiet">
          If you do not want it, close this page: the address is deleted by itself. <a href="/newsletter">Ask again</a>{" "}
          if the link is too old.
        </p>
      </div>
    </div>
  );
}
