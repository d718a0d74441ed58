import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { hasDemoMailbox } from "@/lib/members/queries";
import { tags } from "@/lib/platform/tags";
import { dependOn } from "@/lib/serving/context";

type Step = { title: string; lead: string; more: string; link: { label: string; href: string } };

/** What is said after each form. It is the same for every address, known here or not. */
const steps: Record<string, Step> = {
  sent: {
    title: "Look into your mailbox",
    lead: "A mail is on its way. The link in it works for 48 hours.",
    more: "Nothing after a minute or two? Look among the junk mail.",
    link: { label: "Ask for another link", href: "/newsletter" },
  },
  confirmed: {
    title: "You are on the list",
    lead: "Thank you. The next issue comes to you.",
    more: "Each mail ends with a link to leave.",
    link: { label: "Read the articles that there are", href: "/articles" },
  },
  left: {
    title: "You have left the newsletter",
    lead: "No more mails come, and your address is deleted.",
    more: "It was a slip? You can come back at any time.",
    link: { label: "Get the newsletter again", href: "/newsletter" },
  },
};

type Props = { params: Promise<{ step: string }> };

function stepOf(name: string): Step | null {
  return Object.hasOwn(steps, name) ? (steps[name] ?? null) : null;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: stepOf((await params).step)?.title, robots: { index: false } };
}

export default async function NewsletterStep({ params }: Props) {
  const { step: name } = await params;
  const step = stepOf(name);
  if (!step) notFound();
  dependOn(tags.fixed);
  const demo = name === "sent" && (await hasDemoMailbox());
  return (
    <div className="frame frame-narrow">
      <header className="page-head">
        <h1>{step.title}</h1>
        <p className="lead">{step.lead}</p>
      </header>
      <div className="stack">
        <p>{step.more}</p>
        {demo && (
          <p className="note">
            This is the demo, so the mail is in the <a href="/dev/mailbox">demo mailbox</a>.
          </p>
        )}
        <p>
          <a href={step.link.href}>{step.link.label}</a>
        </p>
      </div>
    </div>
  );
}
