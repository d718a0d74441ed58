import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { tags } from "@/lib/platform/tags";
import { dependOn } from "@/lib/serving/context";

const lists: Record<string, { title: string; lead: string }> = {
  digest: { title: "No more digests come", lead: "What is new waits for you on the site, whenever you like." },
  reminders: {
    title: "No more reminders come",
    lead: "You can tell how it is now whenever you like, at “What I told”.",
  },
  "at-once": {
    title: "No more mails come at once",
    lead: "What they would have told is in your digest, if you get one, and on the site.",
  },
};

type Props = { params: Promise<{ list: string }> };

function listOf(name: string) {
  return Object.hasOwn(lists, name) ? (lists[name] ?? null) : null;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: listOf((await params).list)?.title, robots: { index: false } };
}

export default async function Unsubscribed({ params }: Props) {
  const list = listOf((await params).list);
  if (!list) notFound();
  dependOn(tags.fixed);
  return (
    <div className="frame frame-narrow">
      <header className="page-head">
        <h1>{list.title}</h1>
        <p className="lead">{list.lead}</p>
      </header>
      <p>
        It was a slip, or you want other mails? <a href="/me/settings/mail">Choose what reaches you</a>
      </p>
    </div>
  );
}
