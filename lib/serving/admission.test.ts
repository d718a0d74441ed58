import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { refusalStatus } from "./admission";

const origin = "https://unknot.example.org";

function status(url: string, headers: IncomingHttpHeaders, method = "POST"): number {
  const request = { url, method, headers: { "content-length": "26", ...headers } };
  return refusalStatus(request as IncomingMessage, origin);
}

const senders: [string, IncomingHttpHeaders][] = [
  ["a page of another site", { origin: "https://mail.example.com", "sec-fetch-site": "cross-site" }],
  ["a page of nowhere", { origin: "null" }],
  ["another site's page without an origin", { "sec-fetch-site": "cross-site" }],
];

describe("a form from elsewhere", () => {
  it.each(senders)("is taken from %s where a mail program sends its one press to", (_who, headers) => {
    expect(status("/api/unsubscribe?token=newsletter.7.x", headers)).toBe(0);
    expect(status("/api/unsubscribe", headers)).toBe(0);
  });

  it.each(senders)("is refused from %s everywhere else", (_who, headers) => {
    for (const url of [
      "/",
      "/newsletter",
      "/newsletter/leave?token=newsletter.7.x",
      "/api/theme",
      "/api/sign-out",
      "/api/unsubscribe/",
      "/api/unsubscribed",
      "/api/../api/unsubscribe?x",
      "/me?next=/api/unsubscribe?",
      "//api/unsubscribe?x",
    ]) {
      expect(status(url, headers), url).toBe(403);
    }
  });

  it("is no way around the other rules", () => {
    expect(status("/api/unsubscribe?x", { origin, "content-length": undefined })).toBe(411);
    expect(status("/api/unsubscribe?x", { origin, "content-length": "1000001" })).toBe(413);
    expect(status("/api/unsubscribe?x", { origin }, "PUT")).toBe(405);
  });
});

it("a mail program sends no origin and no cookies, and is let through", () => {
  expect(status("/api/unsubscribe?token=newsletter.7.x", {})).toBe(0);
});

it("our own forms come from our own pages", () => {
  expect(status("/write/post", { origin, "sec-fetch-site": "same-origin" })).toBe(0);
});
