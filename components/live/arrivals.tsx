"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import type { NewCommentsProps } from "./new-comments";
import { whileInView } from "./while-in-view";

// The library that keeps fetched comments is only loaded by readers to whom a comment really came.
const NewComments = lazy(() => import("./new-comments"));

type Props = NewCommentsProps & { after: number };

/**
 * Tells that comments came while somebody reads. The line's room is there from the start, so nothing moves; the words
 * come when the reader asks for them.
 */
export function Arrivals({ after, ...rest }: Props) {
  const [newest, setNewest] = useState(after);
  const [shownTo, setShownTo] = useState(after);

  useEffect(() => listen(rest.threadId, setNewest), [rest.threadId]);

  const waiting = newest - shownTo;
  return (
    <>
      {shownTo > after && (
        <Suspense fallback={null}>
          <NewComments {...rest} after={after} upTo={shownTo} />
        </Suspense>
      )}
      <div className="arrivals needs-script" role="status">
        {waiting > 0 && (
          <button type="button" className="button button-quiet" onClick={() => setShownTo(newest)}>
            {waiting === 1 ? "1 new comment. Show it" : `${waiting} new comments. Show them`}
          </button>
        )}
      </div>
    </>
  );
}

/** Hears of new comments, and of those that came while the page was out of view. Returns what ends it. */
function listen(threadId: number, hear: (update: (newest: number) => number) => void): () => void {
  return whileInView(() => {
    const source = new EventSource(`/api/threads/${threadId}/live`);
    source.addEventListener("comment", (event: MessageEvent<string>) => {
      const { position } = JSON.parse(event.data) as { position: number };
      hear((newest) => Math.max(newest, position));
    });
    return () => source.close();
  });
}
