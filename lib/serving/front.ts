import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import type { Viewer } from "@/lib/platform/actor";
import { describeError, log } from "@/lib/platform/log";
import { sessionCookieName } from "@/lib/platform/session-cookie";
import { maxAddressLength, routeOf, type Route } from "./addresses";
import { capture, pageRequest, type Captured, type Handler } from "./capture";
import { newPageContext, type PageContext } from "./context";
import { contentSecurityPolicy, transportSecurity } from "./headers";
import type { Live } from "./live";
import { metricsText } from "./metrics";
import { networkOf } from "./network";
import type { PageCache, Rendered } from "./page-cache";
import type { Purges } from "./purges";
import { audienceOf, cookiesOf, needsState, slotsOf, themeOf, type StateFinder } from "./reader";
import { acceptsGzip, mannerOf, sendOwn, sendPage, sendPlain, sendText, type Manner } from "./respond";
import { placeholders } from "./slots";
import { compressed, splitAtSlots, withoutRepeats } from "./template";

/** What the domains and the settings give to the front; `server.ts` hands it in. */
export type FrontOptions = {
  handler: Handler;
  cache: PageCache;
  purges: Purges;
  live: Live;
  appUrl: URL;
  development: boolean;
  trustProxy: boolean;
  metricsToken: string | undefined;
  findViewer: (token: string) => Promise<Viewer | null>;
  getPageState: StateFinder;
  mayReadThread: (viewer: Viewer | null, thread: number) => Promise<boolean>;
  databaseAnswers: () => Promise<boolean>;
  /** False while the process is stopping. */
  isReady: () => boolean;
};

/** A request with what its cookies say. */
type Visit = {
  request: IncomingMessage;
  response: ServerResponse;
  manner: Manner;
  gzip: boolean;
  cookies: Map<string, string>;
};

const maxBodyBytes = 1_000_000;
/** Carries the ids of the purges that this reader's own writes announced. */
const freshCookie = "fresh";
/** Longer than an announcement ever takes to reach every instance. */
const freshSeconds = 15;
/** Next's own headers would ask for parts of pages; shared pages are always whole. */
const partial = ["rsc", "next-router-state-tree", "next-router-prefetch", "next-router-segment-prefetch", "next-url"];

/** Makes the one function that answers every request. */
export function createFront(options: FrontOptions): (request: IncomingMessage, response: ServerResponse) => void {
  const { appUrl, development, cache, purges } = options;
  const secure = appUrl.protocol === "https:";
  const manner = mannerOf({ development, secure: secure ? transportSecurity : null });
  const sessionCookie = sessionCookieName(secure);

  return (request, response) => {
    const cookies = cookiesOf(request.headers.cookie);
    const gzip = acceptsGzip(request);
    answer({ request, response, manner, gzip, cookies }).catch((error: unknown) => fail(response, error));
  };

  async function answer(visit: Visit): Promise<void> {
    const { request, response } = visit;
    const refusal = refusalStatus(request, appUrl);
    if (refusal) return sendPlain(response, manner, refusal, refusal === 405 ? { allow: "GET, HEAD, POST" } : {});
    const route = routeOf(request.url ?? "");
    if (!route) return sendPlain(response, manner, 400);
    if (route.kind === "health") return answerHealth(visit, route.path);
    prepare(request, options);
    if (route.kind === "asset") return passAsset(visit);
    // Next answers in plain bytes: its pages are filled before they are compressed.
    delete request.headers["accept-encoding"];
    const viewer = await viewerOf(visit);
    if (route.kind === "live") return openLive(visit, viewer, route.thread);
    if (route.kind === "shared" && request.method !== "POST") return answerShared(visit, viewer, route.url);
    return answerOwn(visit, viewer, route);
  }

  async function viewerOf({ cookies }: Visit): Promise<Viewer | null> {
    const token = cookies.get(sessionCookie);
    return token ? options.findViewer(token) : null;
  }

  async function answerShared(visit: Visit, viewer: Viewer | null, url: string): Promise<void> {
    const audience = audienceOf(viewer);
    const written = visit.cookies.get(freshCookie);
    const afresh = written !== undefined && !purges.hasSeen(written.split("."));
    const page = await cache.get(`${audience} ${url}`, () => renderShared(url, audience), {
      afresh,
      impatient: written !== undefined,
    });
    if (page.redirect) return redirect(visit, page.status, page.redirect);
    const state = needsState(viewer) ? await options.getPageState(viewer, page.subject) : null;
    sendPage(visit, page, slotsOf(viewer, state, themeOf(visit.cookies.get("theme"))));
  }

  async function renderShared(url: string, audience: PageContext["audience"]): Promise<Rendered> {
    const context = newPageContext(audience);
    const captured = await capture(options.handler, pageRequest(url, sharedHeaders()), context);
    if (captured.status >= 500) throw new Error("a shared page could not be rendered");
    const template = splitAtSlots(withoutRepeats(captured.body));
    const tags = [...context.tags];
    const storable = captured.status === 200 && tags.length > 0 && captured.headers["set-cookie"] === undefined;
    const location = captured.headers.location;
    return {
      storable,
      page: {
        status: captured.status,
        contentType: String(captured.headers["content-type"] ?? "text/html; charset=utf-8"),
        template: await compressed(template),
        subject: context.subject,
        tags,
        redirect: typeof location === "string" ? location : null,
      },
    };
  }

  function sharedHeaders(): IncomingHttpHeaders {
    return {
      host: appUrl.host,
      accept: "text/html",
      "user-agent": "unknot-pages",
      "content-security-policy": contentSecurityPolicy(placeholders().nonce, development),
    };
  }

  async function answerOwn(visit: Visit, viewer: Viewer | null, route: Route): Promise<void> {
    const { request } = visit;
    const context = newPageContext(audienceOf(viewer));
    if (route.kind === "shared") request.url = route.url;
    const captured = await capture(options.handler, request, context);
    if (captured.status >= 500 && !(await options.databaseAnswers())) return sendPlain(visit.response, manner, 503);
    const after = request.method === "POST" ? await viewerOf(visit) : viewer;
    const state = needsState(after) ? await options.getPageState(after, context.subject) : null;
    await sendOwn(
      visit,
      captured,
      slotsOf(after, state, themeOf(visit.cookies.get("theme"))),
      cookiesAfter(captured, context),
    );
  }

  /** Adds the cookie by which every instance shows a writer what they just wrote, and forgets pages after signing out. */
  function cookiesAfter(captured: Captured, { announced }: PageContext): Record<string, string | string[]> {
    const set = [captured.headers["set-cookie"] ?? []].flat().map(String);
    const signedOut = set.some((cookie) => cookie.startsWith(`${sessionCookie}=;`));
    if (announced.length > 0) {
      const flags = `Path=/; Max-Age=${freshSeconds}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
      set.push(`${freshCookie}=${announced.slice(-5).join(".")}; ${flags}`);
    }
    return {
      ...(set.length > 0 ? { "set-cookie": set } : {}),
      ...(signedOut ? { "clear-site-data": '"cache", "storage"' } : {}),
    };
  }

  async function passAsset({ request, response }: Visit): Promise<void> {
    for (const [name, value] of Object.entries(manner.common)) response.setHeader(name, value);
    delete request.headers.cookie;
    await options.handler(request, response);
  }

  async function openLive({ response }: Visit, viewer: Viewer | null, thread: number): Promise<void> {
    if (!(await options.mayReadThread(viewer, thread))) return sendPlain(response, manner, 404);
    for (const [name, value] of Object.entries(manner.common)) response.setHeader(name, value);
    options.live.open(thread, response);
  }

  async function answerHealth({ request, response }: Visit, path: string): Promise<void> {
    if (path === "/healthz") return sendText(response, manner, 200, "ok\n");
    if (path === "/metrics") {
      if (!mayReadMetrics(request, options.metricsToken)) return sendPlain(response, manner, 404);
      return sendText(response, manner, 200, metricsText(cache, options.live));
    }
    const ready = options.isReady() && (await options.databaseAnswers());
    sendText(response, manner, ready ? 200 : 503, ready ? "ready\n" : "not ready\n");
  }

  function redirect({ response }: Visit, status: number, location: string): void {
    response.writeHead(status, { ...manner.common, location, "cache-control": "no-store" }).end();
  }

  async function fail(response: ServerResponse, error: unknown): Promise<void> {
    const answers = await options.databaseAnswers().catch(() => false);
    if (answers) log.error({ err: describeError(error) }, "a request failed");
    sendPlain(response, manner, answers ? 500 : 503);
  }
}

/** Why a request is not even looked at; 0 if it is. */
function refusalStatus(request: IncomingMessage, appUrl: URL): number {
  const { method, headers, url } = request;
  if ((url?.length ?? 0) > maxAddressLength) return 414;
  if (method === "GET" || method === "HEAD") return 0;
  if (method !== "POST") return 405;
  if (headers.origin !== undefined ? headers.origin !== appUrl.origin : headers["sec-fetch-site"] === "cross-site")
    return 403;
  if (headers["content-length"] === undefined) return 411;
  return Number(headers["content-length"]) > maxBodyBytes ? 413 : 0;
}

/** Makes a client's request safe to hand to Next: no internal headers, our own host, and the reader's network. */
function prepare(request: IncomingMessage, { appUrl, trustProxy, development }: FrontOptions): void {
  const { headers } = request;
  const forwarded = trustProxy ? headers["x-forwarded-for"] : undefined;
  const network = networkOf(request.socket.remoteAddress, [forwarded].flat()[0]);
  for (const name of Object.keys(headers)) {
    if (/^x-(unknot|middleware|forwarded|invoke|nextjs|matched)/.test(name) || name.startsWith("x-next"))
      delete headers[name];
  }
  if (!development || request.method !== "GET") for (const name of partial) delete headers[name];
  headers.host = appUrl.host;
  headers["x-unknot-network"] = network;
  headers["content-security-policy"] = contentSecurityPolicy(placeholders().nonce, development);
}

function mayReadMetrics(request: IncomingMessage, token: string | undefined): boolean {
  if (token) return request.headers.authorization === `Bearer ${token}`;
  const address = request.socket.remoteAddress ?? "";
  return ["127.0.0.1", "::1", "::ffff:127.0.0.1"].includes(address) && request.headers["x-forwarded-for"] === undefined;
}
