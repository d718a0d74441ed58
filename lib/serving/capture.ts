import { IncomingMessage, ServerResponse, type IncomingHttpHeaders, type OutgoingHttpHeaders } from "node:http";
import { Socket } from "node:net";
import { runInPage, type PageContext } from "./context";

/** Next's request handler, as `next().getRequestHandler()` gives it. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** One whole answer of Next, not yet sent to anybody. */
export type Captured = { status: number; headers: OutgoingHttpHeaders; body: Buffer };

/** Lets Next answer into memory. The context tells its pages the audience and collects what they declare. */
export function capture(handler: Handler, request: IncomingMessage, context: PageContext): Promise<Captured> {
  return new Promise((resolve, reject) => {
    const response = new CapturedResponse(request, resolve);
    runInPage(context, () => handler(request, response)).catch(reject);
  });
}

/** A request for a page that nobody in particular sent: it has nothing of a reader in it. */
export function pageRequest(url: string, headers: IncomingHttpHeaders): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  request.method = "GET";
  request.url = url;
  request.headers = headers;
  request.push(null);
  return request;
}

/** The whole body of a request whose length was checked. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The same request once more, with the body that was read from it. */
export function withBody(request: IncomingMessage, body: Buffer): IncomingMessage {
  const again = new IncomingMessage(request.socket);
  again.method = request.method;
  again.url = request.url;
  again.headers = request.headers;
  // Or its end would count as a break and close the socket that the answer goes to.
  again.complete = true;
  again.push(body);
  again.push(null);
  return again;
}

class CapturedResponse extends ServerResponse {
  #chunks: Buffer[] = [];
  #done: (captured: Captured) => void;
  #sent = false;

  constructor(request: IncomingMessage, done: (captured: Captured) => void) {
    super(request);
    this.#done = done;
    Object.defineProperty(this, "headersSent", { get: () => this.#sent });
  }

  override flushHeaders(): void {
    this.#sent = true;
  }

  override writeHead(status: number, ...rest: unknown[]): this {
    this.statusCode = status;
    const headers = rest.at(-1);
    if (headers && typeof headers === "object" && !Array.isArray(headers)) {
      for (const [name, value] of Object.entries(headers)) if (value !== undefined) this.setHeader(name, value);
    }
    this.#sent = true;
    return this;
  }

  override write(chunk: unknown, ...rest: unknown[]): boolean {
    this.#sent = true;
    this.#take(chunk, rest);
    callbackOf(rest)?.();
    return true;
  }

  override end(...rest: unknown[]): this {
    if (this.finished) return this;
    const [chunk] = rest;
    if (chunk !== undefined && chunk !== null && typeof chunk !== "function") this.#take(chunk, rest.slice(1));
    this.#sent = true;
    this.finished = true;
    callbackOf(rest)?.();
    process.nextTick(() => {
      this.emit("finish");
      this.emit("close");
      this.#done({ status: this.statusCode, headers: this.getHeaders(), body: Buffer.concat(this.#chunks) });
    });
    return this;
  }

  #take(chunk: unknown, rest: unknown[]): void {
    const encoding = typeof rest[0] === "string" ? (rest[0] as BufferEncoding) : "utf8";
    this.#chunks.push(typeof chunk === "string" ? Buffer.from(chunk, encoding) : Buffer.from(chunk as Uint8Array));
  }
}

function callbackOf(rest: unknown[]): (() => void) | undefined {
  return rest.find((value): value is () => void => typeof value === "function");
}
