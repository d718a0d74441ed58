import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { isReference } from "@/lib/moderation/schema";
import { operatorAddress } from "@/lib/platform/mail";

export const metadata: Metadata = { title: "We have your notice", robots: { index: false } };

type Props = { params: Promise<{ reference: string }> };

/** Says nothing that whoever opens it does not have in its address. */
export default async function NoticeTaken({ params }: Props) {
  const { reference } = await params;
  if (!isReference(reference)) notFound();
  return (
    <div className="frame frame-narrow">
      <header className="page-head">
        <h1>We have your notice</h1>
        <p className="lead">Thank you. Its reference is {reference}.</p>
      </header>
      <div className="stack">
        <p>
          A moderator reads it and decides, as a rule within a day. That is a person, not a program. If you gave an
          e-mail address, a receipt is on its way to you, and later the decision.
        </p>
        <p>
          Without an address, please note the reference down. For a question, or for something to add, write to{" "}
          <a href={`mailto:${operatorAddress()}?subject=${reference}`}>{operatorAddress()}</a>.
        </p>
        <p>
          <a href="/">Home page</a>
        </p>
      </div>
    </div>
  );
}
