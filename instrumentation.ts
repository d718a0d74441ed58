import type { Instrumentation } from "next";
import { describeError, log } from "@/lib/platform/log";

/** Faults in pages, with where they happened and never with anybody's words. */
export const onRequestError: Instrumentation.onRequestError = (error, _request, context) => {
  log.error({ err: describeError(error), route: context.routePath }, "a page failed");
};
