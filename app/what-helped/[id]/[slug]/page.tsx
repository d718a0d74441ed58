import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { findThread, openConversation, threadMetadata } from "@/app/_shared/thread";
import { FollowUpCard } from "@/components/testimonials/follow-up-card";
import { InterestNote } from "@/components/testimonials/interest-note";
import { AnswerList } from "@/components/testimonials/answer-list";
import { ExperienceNote } from "@/components/threads/experience-note";
import { ThreadAside } from "@/components/threads/thread-aside";
import { ThreadPage } from "@/components/threads/thread-page";
import { Words } from "@/components/ui/words";
import { threadPath } from "@/lib/platform/urls";
import { getTestimonial, listFollowUps } from "@/lib/testimonials/queries";

type Props = {
  params: Promise<{ id: string; slug: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return threadMetadata(await findThread((await params).id));
}

export default async function TestimonialPage({ params, searchParams }: Props) {
  const { id, slug } = await params;
  const thread = await findThread(id);
  if (!thread) notFound();
  if (slug !== thread.slug || thread.kind !== "testimonial") permanentRedirect(threadPath(thread));
  const [conversation, told, later] = await Promise.all([
    openConversation(thread, await searchParams),
    getTestimonial(thread.id),
    listFollowUps(thread.id),
  ]);
  if (!told) notFound();
  return (
    <ThreadPage {...conversation} edit={`/me/edit/testimonial/${thread.id}`} aside={<ThreadAside thread={thread} />}>
      <section className="card" aria-label="The answers">
        {told.interest && <InterestNote />}
        <AnswerList told={told} />
      </section>
      {told.storyHtml && <Words html={told.storyHtml} className="thread-body" />}
      {told.tip && (
        <blockquote className="tip">
          <p className="quiet">What I would tell someone</p>
          <p data-words="">{told.tip}</p>
        </blockquote>
      )}
      {later.map((each) => (
        <FollowUpCard key={each.id} later={each} />
      ))}
      <ExperienceNote />
    </ThreadPage>
  );
}
