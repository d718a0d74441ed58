import type { Metadata } from "next";
import { ActionForm } from "@/components/ui/form";
import { leaveNewsletterAction } from "@/lib/newsletter/actions";
import { one } from "@/lib/platform/params";

export const metadata: Metadata = { title: "Leave the newsletter", robots: { index: false } };

type Props = { searchParams: Promise<{ token?: string | string[] }> };

/** Opening this changes nothing: mail scanners open links. Only the button does. */
export default async function LeaveNewsletter({ searchParams }: Props) {
  const token = one((await searchParams).token) ?? "";
  return (
    <div className="frame frame-narrow">
      <header className="page-head">
        <h1>Leave the newsletter?</h1>
        <p className="lead">Press the button, and no more mails come. Your address is deleted.</p>
      </header>
      <div className="card">
        <ActionForm action={leaveNewsletterAction} submit="Leave the newsletter">
          <input type="hidden" name="token" value={token} />
        </ActionForm>
      </div>
    </div>
  );
}
