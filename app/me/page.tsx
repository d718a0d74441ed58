import type { Metadata } from "next";
import { FeedList } from "@/components/follows/feed-list";
import { getFeed } from "@/lib/follows/queries";
import { currentMember } from "@/lib/platform/current-viewer";
import { readCursor, writeCursor } from "@/lib/platform/pagination";

export const metadata: Metadata = { title: "Your feed" };

type Props = { searchParams: Promise<{ before?: string | string[] }> };

export default async function Me({ searchParams }: Props) {
  const viewer = await currentMember("/me");
  const before = readCursor((await searchParams).before);
  const feed = await getFeed(viewer.memberId, before);
  return (
    <>
      <div className="page-head">
        <h1>Hello, {viewer.handle}</h1>
        <p className="lead">What you follow, the newest first.</p>
      </div>
      {feed.threads.length === 0 && !before ? <NothingYet /> : <FeedList feed={feed} firstPage={!before} />}
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
