import type { ServerResponse } from "node:http";
import { isShutOut, type Reader } from "@/lib/platform/actor";
import type { Counts } from "./counts";
import type { Live } from "./live";
import { sendPlain, type Manner } from "./respond";

type Asked = { response: ServerResponse; manner: Manner };

/**
 * Opens the stream of a thread's new comments to whoever may read it.
 * @param newest the number of its newest comment; null for whoever may not
 */
export function openLive({ response, manner }: Asked, thread: number, live: Live, newest: number | null): void {
  if (newest === null) return sendPlain(response, manner, 404);
  for (const [name, value] of Object.entries(manner.common)) response.setHeader(name, value);
  live.open({ thread, newest }, response);
}

/**
 * Opens the stream of how much is new for a member. "No content" keeps anybody else's browser from coming back, without
 * an error in its console.
 * @param session the hash of its token
 */
export function openCount({ response, manner }: Asked, reader: Reader | null, session: string, counts: Counts): void {
  const memberId = reader?.viewer.memberId;
  for (const [name, value] of Object.entries(manner.common)) response.setHeader(name, value);
  if (!memberId || isShutOut(reader.viewer)) {
    response.writeHead(204, { "cache-control": "private, no-store" }).end();
    return;
  }
  counts.open({ memberId, session, unread: reader.state.unread }, response);
}
