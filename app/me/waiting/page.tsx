import type { Metadata } from "next";
import { WaitingCard } from "@/components/screening/waiting-card";
import { Prose } from "@/components/ui/prose";
import { When } from "@/components/ui/when";
import { currentMember } from "@/lib/platform/current-viewer";
import { expectedWait, whyWaitingLabels } from "@/lib/screening/labels";
import { getExpectedWait } from "@/lib/screening/queries";
import { listOwnTestimonials, type OwnTestimonial } from "@/lib/testimonials/queries";
import { listWaiting } from "@/lib/threads/queries-waiting";

export const metadata: Metadata = { title: "What waits" };

export default async function WhatWaits() {
  const viewer = await currentMember("/me/waiting", { suspendedToo: true });
  const [things, told, hours] = await Promise.all([
    listWaiting(viewer.memberId),
    listOwnTestimonials(viewer.memberId),
    getExpectedWait(),
  ]);
  const held = told.filter(({ state }) => state === "held");
  const nothing = things.length === 0 && held.length === 0;
  return (
    <>
      <div className="page-head">
        <h1>What waits</h1>
        <p className="lead">
          {nothing
            ? "Nothing of yours waits. What you wrote stands where you wrote it."
            : `Thank you for writing. A moderator reads this before others see it. ${expectedWait(hours)} There is nothing you need to do.`}
        </p>
      </div>
      <div className="stack">
        {held.map((each) => (
          <HeldTestimonial key={each.id} told={each} />
        ))}
        {things.map((thing) => (
          <WaitingCard key={`${thing.what} ${thing.id}`} thing={thing} />
        ))}
      </div>
    </>
  );
}

function HeldTestimonial({ told }: { told: OwnTestimonial }) {
  return (
    <article className="card stack">
      <h2>
        <a href={`/me/testimonials#told-${told.id}`}>{told.title}</a>
      </h2>
      <p className="meta">
        <span className="tag tag-plum">What you told</span>
        <When at={told.toldAt} />
      </p>
      <Prose html={told.storyHtml} />
      <p className="quiet">{whyWaitingLabels.told}</p>
      <p>
        <a className="button button-quiet" href={`/me/testimonials/${told.id}/withdraw`}>
          Withdraw it
        </a>
      </p>
    </article>
  );
}
