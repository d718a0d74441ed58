import type { Metadata } from "next";
import { SendWaiting } from "@/components/drafts/send-waiting";
import { FeedList } from "@/components/follows/feed-list";
import { MailTroubleNote } from "@/components/members/mail-trouble-note";
import { EnergyCard } from "@/components/offers/energy-card";
import { getFeed } from "@/lib/follows/queries";
import { getOwnMailTrouble } from "@/lib/members/queries";
import { countUnseenOutcomes } from "@/lib/moderation/queries-report";
import { atMostNine } from "@/lib/follows/labels";
import { countUnread } from "@/lib/notifications/queries";
import { getEnergy } from "@/lib/offers/queries";
import { currentMember } from "@/lib/platform/current-viewer";
import { followUpLabels } from "@/lib/testimonials/labels";
import { dueFollowUps, listOwnTestimonials } from "@/lib/testimonials/queries";
import { countWaiting } from "@/lib/threads/queries-waiting";
import { readCursor, writeCursor } from "@/lib/platform/pagination";

export const metadata: Metadata = { title: "Your feed" };

type Props = { searchParams: Promise<{ before?: string | string[] }> };

export default async function Me({ searchParams }: Props) {
  const viewer = await currentMember("/me");
  const before = readCursor((await searchParams).before);
  const [feed, told, waiting, outcomes, news, trouble, energy] = await Promise.all([
    getFeed(viewer.memberId, before),
    listOwnTestimonials(viewer.memberId),
    countWaiting(viewer.memberId),
    countUnseenOutcomes(viewer.memberId),
    countUnread([viewer.memberId]),
    getOwnMailTrouble(viewer.memberId),
    // Whoever cannot write for now is not asked to.
    before || viewer.restriction ? null : getEnergy(viewer.memberId),
  ]);
  const unread = news.get(viewer.memberId) ?? 0;
  const held = waiting + told.filter(({ state }) => state === "held").length;
  return (
    <>
      <div className="page-head">
        <h1>Hello, {viewer.handle}</h1>
        <p className="lead">What you follow, the newest first.</p>
      </div>
      {unread > 0 && (
        <p className="note">
          <a href="/me/notifications">
            {unread === 1 ? "One notification is new" : `${atMostNine(unread)} notifications are new`}
          </a>
          . They wait until you come to them.
        </p>
      )}
      <SendWaiting quiet />
      {trouble?.stopped && <MailTroubleNote trouble={trouble} />}
      {held > 0 && (
        <p className="note">
          <a href="/me/waiting">
            {held === 1 ? "One thing of yours waits for a moderator" : `${held} things of yours wait for a moderator`}
          </a>
          . There is nothing you need to do.
        </p>
      )}
      {outcomes > 0 && (
        <p className="note">
          Moderators have looked at {outcomes === 1 ? "something" : `${outcomes} things`} that you reported.{" "}
          <a href="/me/reports">See what came of it</a>
        </p>
      )}
      {dueFollowUps(told).map(({ id, technique, after }) => (
        <p className="note" key={`${id} ${after}`}>
          {technique}, {followUpLabels[after].toLowerCase()}:{" "}
          <a href={`/me/testimonials/${id}/follow-up?after=${after}`}>how is it now?</a> You asked to be reminded here.
        </p>
      ))}
      {energy && <EnergyCard energy={energy} />}
      {feed.threads.length === 0 && !before && !feed.older ? (
        <NothingYet />
      ) : (
        <FeedList feed={feed} firstPage={!before} />
      )}
      {feed.older && (
        <p>
          <a className="button button-quiet" href={`/me?before=${writeCursor(feed.older)}`}>
            Older
          </a>
        </p>
      )}
    </>
  );
}

function NothingYet() {
  return (
    <div className="note">
      <p>
        Nothing here yet. Follow a technique, a thread or a person, and what is new there will wait for you on this
        page.
      </p>
      <p>
        <a href="/techniques">Look at the techniques</a>
      </p>
    </div>
  );
}
