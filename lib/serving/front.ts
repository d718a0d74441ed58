import type { IncomingMessage, ServerResponse } from "node:http";
import type { Reader, Viewer } from "@/lib/platform/actor";
import { describeError, log } from "@/lib/platform/log";
import { sha256 } from "@/lib/platform/ids";
import { sessionCookieName } from "@/lib/platform/session-cookie";
import { routeOf, type Route } from "./addresses";
import { refusalStatus, sanitize } from "./admission";
import { capture, readBody, withBody, type Captured, type Handler } from "./capture";
import type { Counts } from "./counts";
import { newPageContext, type PageContext, type Subject } from "./context";
import { transportSecurity } from "./headers";
import { answerHealth } from "./health";
import type { Live } from "./live";
import { openCount, openLive } from "./open-streams";
import type { PageCache } from "./page-cache";
import type { Purges } from "./purges";
import { audienceOf, cookiesOf, slotsOf, themeOf } from "./reader";
import { Readings, type NoteReading } from "./readings";
import { acceptsGzip, mannerOf, sendKeptTexts, sendOwn, sendPage, sendPlain, type Manner } from "./respond";
import { SharedPages } from "./shared-pages";
import { markupOf } from "./template";
import { typedTexts } from "./typed-texts";
import { within } from "./within";

/** What the domains and the settings give to the front; `server.ts` hands it in. */
export type FrontOptions = {
  handler: Handler;
  cache: PageCache;
  purges: Purges;
  live: Live;
  counts: Counts;
  appUrl: URL;
  development: boolean;
  trustProxy: boolean;
  metricsToken: string | undefined;
  /** Whose session a token is, and what the slots of a page about `subject` are filled with. */
  findReader: (token: string, subject: Subject | null) => Promise<Reader | null>;
  renewSession: (token: string) => Promise<void>;
  sessionSeconds: number;
  noteReading: NoteReading;
  /** The number of a thread's newest comment; null for whoever may not read the thread. */
  getNewestPosition: (viewer: Viewer | null, thread: number) => Promise<number | null>;
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
  /** `Set-Cookie` lines for the answer. */
  set: string[];
};

/** Carries the ids of the purges that this reader's own writes announced. */
const freshCookie = "fresh";
/** Nobody waits longer for a page. */
const patienceMs = 20_000;
/** Longer than an announcement ever takes to reach every instance. */
const freshSeconds = 15;

/** A form that the browser sends itself, without our script. */
function isPlainForm({ method, headers }: IncomingMessage): boolean {
  return method === "POST" && headers["next-action"] === undefined;
}

function isDocument({ headers }: Captured): boolean {
  return String(headers["content-type"] ?? "").startsWith("text/html");
}

function isSame(one: Subject | null, other: Subject | null): boolean {
  return one?.kind === other?.kind && one?.id === other?.id;
}

/** Answers every request: shared pages from the cache, everything else from Next for one reader. */
export class Front {
  #options: FrontOptions;
  #manner: Manner;
  #pages: SharedPages;
  #readings: Readings;
  #sessionCookie: string;
  #cookieFlags: string;

  constructor(options: FrontOptions) {
    const secure = options.appUrl.protocol === "https:";
    this.#options = options;
    this.#manner = mannerOf({ development: options.development, secure: secure ? transportSecurity : null });
    const { handler, cache, appUrl, development } = options;
    this.#readings = new Readings(options.noteReading);
    this.#pages = new SharedPages({ handler, cache, host: appUrl.host, development });
    this.#sessionCookie = sessionCookieName(secure);
    this.#cookieFlags = `HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
  }

  /** Never throws: what goes wrong becomes a plain page. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const gzip = acceptsGzip(request);
    const cookies = cookiesOf(request.headers.cookie);
    try {
      const visit = { request, response, manner: this.#manner, gzip, cookies, set: [] };
      await within(patienceMs, this.#answer(visit));
    } catch (error) {
      // Whoever asked has gone, before the question was whole or before the answer was.
      if (response.destroyed || (request.destroyed && !request.complete)) return;
      const answers = await this.#options.databaseAnswers();
      if (answers) log.error({ err: describeError(error) }, "a request failed");
      await this.#sendTrouble(request, response, answers ? 500 : 503);
    }
  }

  async #answer(visit: Visit): Promise<void> {
    const { request, response } = visit;
    const { appUrl, trustProxy, development } = this.#options;
    const refusal = refusalStatus(request, appUrl.origin);
    if (refusal) return sendPlain(response, this.#manner, refusal, refusal === 405 ? { allow: "GET, HEAD, POST" } : {});
    const route = routeOf(request.url ?? "");
    if (!route) return sendPlain(response, this.#manner, 400);
    if (route.kind === "health") return answerHealth(visit, route.path, this.#options);
    sanitize(request, { host: appUrl.host, trustProxy, development });
    if (route.kind === "asset" || (route.kind === "internal" && development)) return this.#passAsset(visit);
    if (route.kind === "internal") return sendPlain(response, this.#manner, 404);
    // Next answers in plain bytes: its pages are filled before they are compressed.
    delete request.headers["accept-encoding"];
    if (route.kind === "shared" && request.method !== "POST") return this.#answerShared(visit, route.url);
    const reader = await this.#readerOf(visit);
    const { live, counts, getNewestPosition } = this.#options;
    if (route.kind === "live")
      return openLive(visit, route.thread, live, await getNewestPosition(reader?.viewer ?? null, route.thread));
    if (route.kind === "counts")
      return openCount(visit, reader, sha256(visit.cookies.get(this.#sessionCookie) ?? ""), counts);
    return this.#answerOwn(visit, reader, route);
  }

  async #readerOf({ cookies, set }: Visit, subject: Subject | null = null): Promise<Reader | null> {
    const token = cookies.get(this.#sessionCookie);
    const reader = token ? await this.#options.findReader(token, subject) : null;
    if (token && reader?.viewer.renewalDue) {
      const { renewSession, sessionSeconds } = this.#options;
      await renewSession(token);
      set.push(`${this.#sessionCookie}=${token}; Path=/; Max-Age=${sessionSeconds}; ${this.#cookieFlags}`);
    }
    return reader;
  }

  async #answerShared(visit: Visit, url: string): Promise<void> {
    const { purges } = this.#options;
    // Whoever has a session most likely gets the page for members, so one query asks for both.
    const expected = this.#pages.subjectOf("members", url);
    const reader = await this.#readerOf(visit, expected);
    const audience = audienceOf(reader?.viewer ?? null);
    // Only members write, so nobody else can make pages be rendered afresh.
    const written = reader ? visit.cookies.get(freshCookie) : undefined;
    const afresh = written !== undefined && !purges.hasSeen(written.split("."));
    const page = await this.#pages.get(audience, url, { afresh, impatient: written !== undefined });
    if (page.redirect) {
      visit.response.writeHead(page.status, {
        ...this.#manner.common,
        location: page.redirect,
        "cache-control": "no-store",
      });
      visit.response.end();
      return;
    }
    const asked = reader && !isSame(page.subject, expected) ? await this.#readerOf(visit, page.subject) : reader;
    const slots = slotsOf(asked, themeOf(visit.cookies.get("theme")), () => markupOf(page.template));
    sendPage(visit, page, slots);
    this.#readings.sent(visit.request, page, asked?.viewer ?? null);
  }

  async #answerOwn(visit: Visit, reader: Reader | null, route: Route): Promise<void> {
    const { request, response } = visit;
    const viewer = reader?.viewer ?? null;
    const theme = themeOf(visit.cookies.get("theme"));
    const context = newPageContext(audienceOf(viewer), viewer);
    if (route.kind === "shared") request.url = route.url;
    const form = isPlainForm(request) ? await readBody(request) : null;
    const captured = await capture(this.#options.handler, form ? withBody(request, form) : request, context);
    // A form's own answer: its page says what happened, and gives the typed text back.
    const told = isDocument(captured) ? context.status : null;
    if (captured.status >= 500 && !(await this.#options.databaseAnswers())) {
      return this.#sendTrouble(request, response, 503, form);
    }
    // Its page cannot give the typed text back, because it is not there (any more) for this person.
    if (captured.status >= 404 && (await typedTexts(form, request)).length > 0) {
      return this.#sendTrouble(request, response, captured.status, form);
    }
    if (captured.status === 404 && isDocument(captured)) {
      return sendPage(visit, await this.#pages.nothingHere(context.audience), slotsOf(reader, theme));
    }
    // Only a document has slots, and what a form changed may show in it.
    const changed = isDocument(captured) && (request.method === "POST" || context.subject !== null);
    const after = changed ? await this.#readerOf(visit, context.subject) : reader;
    const answer = told ? { ...captured, status: told } : captured;
    const markup = route.kind === "shared" && isDocument(captured) ? () => captured.body.toString() : null;
    await sendOwn(visit, answer, slotsOf(after, theme, markup), this.#cookiesAfter(visit, captured, context));
  }

  /** A plain page, with what was typed if a form was sent without our script. */
  async #sendTrouble(request: IncomingMessage, response: ServerResponse, status: number, form: Buffer | null = null) {
    const body = form ?? (isPlainForm(request) && !request.readableEnded ? await readBody(request) : null);
    const texts = await typedTexts(body, request);
    if (texts.length > 0 && !response.headersSent) return sendKeptTexts(response, this.#manner, status, texts);
    sendPlain(response, this.#manner, status);
  }

  /**
   * Adds the cookie by which every instance shows a writer what they just wrote, and lets the browser forget the pages
   * that it keeps after signing out, or when their reader wants to see less or more than before.
   */
  #cookiesAfter(
    visit: Visit,
    captured: Captured,
    { announced, outdatesKept }: PageContext,
  ): Record<string, string | string[]> {
    // The later of two cookies of one name counts, so signing out wins over moving the session on.
    const set = [...visit.set, ...[captured.headers["set-cookie"] ?? []].flat().map(String)];
    const signedOut = set.some((cookie) => cookie.startsWith(`${this.#sessionCookie}=;`));
    if (announced.length > 0) {
      set.push(
        `${freshCookie}=${announced.slice(-5).join(".")}; Path=/; Max-Age=${freshSeconds}; ${this.#cookieFlags}`,
      );
    }
    return {
      ...(set.length > 0 ? { "set-cookie": set } : {}),
      ...(outdatesKept ? { "clear-site-data": '"cache"' } : {}),
      ...(signedOut ? { "clear-site-data": '"cache", "storage"' } : {}),
    };
  }

  async #passAsset({ request, response }: Visit): Promise<void> {
    for (const [name, value] of Object.entries(this.#manner.common)) response.setHeader(name, value);
    delete request.headers.cookie;
    await this.#options.handler(request, response);
  }
}
