import type { Metadata } from "next";
import { DoneLine } from "@/components/moderation/done-line";
import { ExposureNote } from "@/components/moderation/exposure-note";
import { flowOf } from "@/components/moderation/flow";
import { queueKeys } from "@/components/moderation/key-list";
import { Keys } from "@/components/moderation/keys";
import { NextCase } from "@/components/moderation/next-case";
import { QueueFilters } from "@/components/moderation/queue-filters";
import { QueueList } from "@/components/moderation/queue-list";
import { SpamBar } from "@/components/moderation/spam-bar";
import { requireStaff } from "@/lib/moderation/gate";
import {
  getExposure,
  listDone,
  listQueue,
  readQueueCursor,
  readQueueFilter,
  writeQueueCursor,
} from "@/lib/moderation/queries-queue";
import { idOf, one } from "@/lib/platform/params";

export const metadata: Metadata = { title: "Queue" };

type Query = Partial<Record<"show" | "after" | "done" | "next", string | string[]>>;

export default async function Queue({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const actor = await requireStaff("/staff/queue");
  const place = { filter: readQueueFilter(query.show), after: readQueueCursor(query.after) };
  const done = idOf(one(query.done) ?? "");
  const [{ rows, more }, exposure, [decided]] = await Promise.all([
    listQueue(actor, place),
    getExposure(actor.memberId),
    done ? listDone([done]) : [],
  ]);
  const here = new URLSearchParams(place.filter ? { show: place.filter } : {});
  const pageOf = (after: Parameters<typeof writeQueueCursor>[0] | null) =>
    new URLSearchParams([...here, ...(after ? [["after", writeQueueCursor(after)]] : [])]).toString();
  return (
    <>
      <div className="page-head">
        <h1>Queue</h1>
        <p className="lead">What should be looked at. Worries about a person come first, then what is due first.</p>
      </div>
      <div className="stack">
        {decided && <DoneLine done={decided} />}
        {query.next && (
          <p className="note" role="status">
            Nothing is waiting for you{place.filter ? " in this part of the queue" : ""}. What stands below is looked at
            by others, or is for them to decide, or you passed over it.
          </p>
        )}
        {exposure.spent && <ExposureNote cases={exposure.cases} />}
        <div className="row">
          <NextCase flow={flowOf(query)} />
          <Keys help={queueKeys} />
        </div>
        <QueueFilters now={place.filter} />
      </div>
      <QueueList key={pageOf(place.after)} rows={rows} query={pageOf(place.after)} full={more !== null} />
      {more && (
        <p>
          <a className="button button-quiet" href={`/staff/queue?${pageOf(more)}`} data-key="m">
            More
          </a>
        </p>
      )}
      {rows.some(({ removable }) => removable) && <SpamBar />}
    </>
  );
}
