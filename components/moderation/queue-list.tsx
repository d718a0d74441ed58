"use client";

import { lazy, Suspense, useCallback, useState } from "react";
import { ActionForm } from "@/components/ui/form";
import { useHydrated } from "@/components/ui/hydrated";
import { claimCaseAction, releaseCaseAction } from "@/lib/moderation/actions";
import type { QueueNews, QueueRow as Row } from "@/lib/moderation/queries-queue";
import { arrivalsOf, currentRows, fetchQueueNews, inQueueOrder, noNews } from "./queue-news";
import { QueueRow } from "./queue-row";

// The library that keeps asking comes after the page: without it this is the same list.
const QueueLive = lazy(() => import("./queue-live"));

type Props = { rows: Row[]; query: string; full: boolean };

/** The cases of one page. New ones are told, and come in when they are asked for; nothing moves by itself. */
export function QueueList({ rows, query, full }: Props) {
  const [shown, setShown] = useState(rows);
  const [news, setNews] = useState<QueueNews>(noNews);
  const [silent, setSilent] = useState(false);
  const hydrated = useHydrated();
  const ids = shown.map(({ id }) => id);
  const arrivals = arrivalsOf(shown, news, full);
  const done = new Map(news.done.map((one) => [one.id, one]));

  const hear = useCallback((heard: QueueNews | null) => {
    setSilent(heard === null);
    if (heard) setNews(heard);
  }, []);
  // Who claims something sees it at once; a failure is told when it is next asked.
  const askNow = () => void fetchQueueNews(query, ids).then(hear, () => undefined);

  return (
    <>
      <ActionForm id="claim" action={claimCaseAction} className="queue-form" onDone={askNow} />
      <ActionForm id="release" action={releaseCaseAction} className="queue-form" onDone={askNow} />
      <div className="arrivals needs-script" role="status">
        {arrivals.length > 0 && (
          <button
            type="button"
            className="button button-quiet"
            data-key="g"
            onClick={() => setShown([...currentRows(shown, news), ...arrivals].toSorted(inQueueOrder))}
          >
            {arrivals.length === 1 ? "1 new case. Show it" : `${arrivals.length} new cases. Show them`}
          </button>
        )}
        {silent && <p>This list is not kept up to date now. Reload the page to see what is new.</p>}
      </div>
      {shown.length === 0 && <p className="note">Nothing is waiting here. Thank you.</p>}
      <ul className="threads">
        {currentRows(shown, news).map((row) => (
          <QueueRow key={row.id} row={row} done={done.get(row.id)} />
        ))}
      </ul>
      {hydrated && (
        <Suspense fallback={null}>
          <QueueLive query={query} shown={ids} onNews={hear} />
        </Suspense>
      )}
    </>
  );
}
