import type { IncomingHttpHeaders } from "node:http";
import { capture, pageRequest, type Handler } from "./capture";
import { newPageContext, type Audience, type Subject } from "./context";
import { contentSecurityPolicy } from "./headers";
import type { Page, PageCache, Rendered } from "./page-cache";
import { placeholders } from "./slots";
import { compressed, scriptsAfterPaint, splitAtSlots, withoutRepeats } from "./template";

type Options = { handler: Handler; cache: PageCache; host: string; development: boolean };
type Freshness = { afresh: boolean; impatient: boolean };

/**
 * An address of no page. Next answers it with a whole page, and a page that finds nothing with an empty one that only a
 * script fills, so readers get the former in both cases.
 */
const nothingHere = "/nothing-here";

/** The pages that are the same for every reader of an audience. */
export class SharedPages {
  #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  /** The page of an address, or the one that says that there is nothing. */
  async get(audience: Audience, url: string, freshness: Freshness): Promise<Page> {
    const page = await this.#options.cache.get(`${audience} ${url}`, () => this.#render(url, audience), freshness);
    return page.status === 404 ? this.nothingHere(audience) : page;
  }

  /** What the page of an address is about, if it is kept. */
  subjectOf(audience: Audience, url: string): Subject | null {
    return this.#options.cache.subjectOf(`${audience} ${url}`);
  }

  nothingHere(audience: Audience): Promise<Page> {
    return this.#options.cache.get(`${audience} ${nothingHere}`, () => this.#render(nothingHere, audience));
  }

  async #render(url: string, audience: Audience): Promise<Rendered> {
    const context = newPageContext(audience);
    const captured = await capture(this.#options.handler, pageRequest(url, this.#headers()), context);
    if (captured.status >= 500) throw new Error("a shared page could not be rendered");
    const { location, "content-type": contentType, "set-cookie": cookie } = captured.headers;
    const tags = url === nothingHere ? ["fixed"] : [...context.tags];
    return {
      storable: (captured.status === 200 || url === nothingHere) && tags.length > 0 && cookie === undefined,
      page: {
        status: captured.status,
        contentType: String(contentType ?? "text/html; charset=utf-8"),
        template: await compressed(splitAtSlots(scriptsAfterPaint(withoutRepeats(captured.body)))),
        subject: context.subject,
        tags,
        redirect: typeof location === "string" ? location : null,
      },
    };
  }

  /** Everything that Next is told about the reader of a shared page: nothing. */
  #headers(): IncomingHttpHeaders {
    const { host, development } = this.#options;
    return {
      host,
      accept: "text/html",
      "user-agent": "unknot-pages",
      "content-security-policy": contentSecurityPolicy(placeholders().nonce, development),
    };
  }
}
