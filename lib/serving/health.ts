import type { IncomingMessage, ServerResponse } from "node:http";
import { mayReadMetrics } from "./admission";
import type { Counts } from "./counts";
import type { Live } from "./live";
import { metricsText } from "./metrics";
import type { PageCache } from "./page-cache";
import { sendPlain, sendText, type Manner } from "./respond";

type Asked = { request: IncomingMessage; response: ServerResponse; manner: Manner };

type Options = {
  cache: PageCache;
  live: Live;
  counts: Counts;
  metricsToken: string | undefined;
  databaseAnswers: () => Promise<boolean>;
  /** False while the process is stopping. */
  isReady: () => boolean;
};

/** What whoever runs this asks: is the process there, does it take requests, and its figures. */
export async function answerHealth({ request, response, manner }: Asked, path: string, options: Options) {
  const { cache, live, counts, metricsToken, isReady, databaseAnswers } = options;
  if (path === "/healthz") return sendText(response, manner, 200, "ok\n");
  if (path === "/metrics") {
    if (!mayReadMetrics(request, metricsToken)) return sendPlain(response, manner, 404);
    return sendText(response, manner, 200, metricsText(cache, live, counts));
  }
  const ready = isReady() && (await databaseAnswers());
  sendText(response, manner, ready ? 200 : 503, ready ? "ready\n" : "not ready\n");
}
