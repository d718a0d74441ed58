import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { When } from "@/components/ui/when";
import { hasDemoMailbox, listDemoMails } from "@/lib/members/queries";

export const metadata: Metadata = { title: "Demo mailbox", robots: { index: false } };

/** The demo's mails as their plain text, with their links to press. */
export default async function Mailbox() {
  if (!(await hasDemoMailbox())) notFound();
  const mails = await listDemoMails();
  return (
    <div className="frame frame-narrow">
      <div className="page-head">
        <h1>Demo mailbox</h1>
        <p className="lead">Every mail that the demo would have sent, newest first. Reload the page to see new ones.</p>
      </div>
      <div className="stack">
        {mails.length === 0 && (
          <p className="note">No mails yet. Ask for a sign-in link, and it will lie here a moment later.</p>
        )}
        {mails.map((mail) => (
          <article className="card" key={`${mail.sentAt.toISOString()}${mail.to}${mail.subject}`}>
            <h2>{mail.subject}</h2>
            <p className="meta">
              To {mail.to}, <When at={mail.sentAt} />
            </p>
            {mail.text.split(/\n{2,}/).map((paragraph, index) => (
              <p key={index}>{withLinks(paragraph)}</p>
            ))}
          </article>
        ))}
      </div>
    </div>
  );
}

function withLinks(text: string) {
  return text.split(/(https?:\/\/\S+)/).map((part, index) =>
    index % 2 === 1 ? (
      <a key={index} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  );
}
