import type { IncomingMessage } from "node:http";
import { isOneClick, maxAddressLength } from "./addresses";
import { contentSecurityPolicy } from "./headers";
import { networkOf } from "./network";
import { placeholders } from "./slots";

const maxBodyBytes = 1_000_000;
/** Next's own headers would ask for parts of pages; here pages are always whole. */
const partial = ["rsc", "next-router-state-tree", "next-router-prefetch", "next-router-segment-prefetch", "next-url"];

/** Why a request is not even looked at, as a status; 0 if it is. */
export function refusalStatus({ method, headers, url }: IncomingMessage, origin: string): number {
  if ((url?.length ?? 0) > maxAddressLength) return 414;
  if (method === "GET" || method === "HEAD") return 0;
  if (method !== "POST") return 405;
  const elsewhere =
    headers.origin === undefined ? headers["sec-fetch-site"] === "cross-site" : headers.origin !== origin;
  if (elsewhere && !isOneClick(url ?? "")) return 403;
  if (headers["content-length"] === undefined) return 411;
  return Number(headers["content-length"]) > maxBodyBytes ? 413 : 0;
}

type Surroundings = { host: string; trustProxy: boolean; development: boolean };

/** Makes a client's request safe to hand to Next: no internal headers, our own host, and the reader's network. */
export function sanitize(request: IncomingMessage, { host, trustProxy, development }: Surroundings): void {
  const { headers } = request;
  const forwarded = trustProxy ? [headers["x-forwarded-for"]].flat()[0] : undefined;
  const network = networkOf(request.socket.remoteAddress, forwarded);
  for (const name of Object.keys(headers)) {
    if (/^x-(unknot|middleware|forwarded|invoke|nextjs|matched|next)/.test(name)) delete headers[name];
  }
  if (!development || request.method !== "GET") for (const name of partial) delete headers[name];
  headers.host = host;
  headers["x-unknot-network"] = network;
  headers["content-security-policy"] = contentSecurityPolicy(placeholders().nonce, development);
}

/** From this machine itself, or with the token. */
export function mayReadMetrics({ headers, socket }: IncomingMessage, token: string | undefined): boolean {
  if (token) return headers.authorization === `Bearer ${token}`;
  const loopback = ["127.0.0.1", "::1", "::ffff:127.0.0.1"].includes(socket.remoteAddress ?? "");
  return loopback && headers["x-forwarded-for"] === undefined;
}
