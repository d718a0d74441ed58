import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { securityHeaders } from "@/lib/serving/headers";
import { aComment, aPost } from "@/lib/testing/factories";
import { sendForm } from "@/lib/testing/no-script-forms";
import { lastingText, nonceOf } from "@/lib/testing/page-text";
import { startServer, type Answer, type Question, type Server } from "@/lib/testing/servers";
import { manySignedIn } from "@/lib/testing/signed-in";

let server: Server;
let path: string;

beforeAll(async () => {
  server = await startServer();
  const thread = await aPost();
  await aComment({ thread });
  path = `/posts/${thread.id}/${thread.slug}`;
});
afterAll(() => server?.stop());

/** What every answer has, whatever was asked. */
function expectArmour(answer: Answer): void {
  expect(answer.headers).toMatchObject(securityHeaders);
  expect(answer.headers).not.toHaveProperty("x-powered-by");
  if (!String(answer.headers["content-type"]).startsWith("text/html")) return;
  const nonce = nonceOf(answer);
  expect(nonce).toMatch(/^[\w-]{22}$/);
  expect(answer.headers["content-security-policy"]).not.toContain("unsafe");
  const marked = [...answer.body.matchAll(/<(script|style)\b[^>]*>/g)].map(
    ([tag]) => tag.match(/ nonce="([^"]*)"/)?.[1],
  );
  expect(marked.length).toBeGreaterThan(0);
  expect(new Set(marked)).toEqual(new Set([nonce]));
  // A placeholder that is not filled gives away where readers' values stand.
  const theme = answer.body.match(/ data-theme="([^"]*)"/)?.[1] ?? "auto";
  expect(["auto", "light", "dark", "attack"]).toContain(theme);
}

describe("what cannot be asked", () => {
  const long = `/${"a".repeat(2000)}`;
  it.each<[string, string, Question, number]>([
    ["an address that is not encoded well", "/%zz", {}, 400],
    ["a NUL in the path", "/posts/1%00/x", {}, 400],
    ["half a letter", "/%c3", {}, 400],
    ["another host's address", "//example.org/", {}, 400],
    ["a whole address, as for a proxy", "http://example.org/", {}, 400],
    ["an address that is too long", long, {}, 414],
    ["a query that is too long", `/?q=${long}`, {}, 414],
    ["a method that there is not", "/", { method: "PUT" }, 405],
    ["to delete", "/", { method: "DELETE" }, 405],
    ["for options", "/", { method: "OPTIONS" }, 405],
    ["a form of another site", "/", { method: "POST", headers: { origin: "https://evil.example" }, body: "" }, 403],
    ["a form of nowhere", "/", { method: "POST", headers: { origin: "null" }, body: "" }, 403],
    [
      "another site's form without an origin",
      "/",
      { method: "POST", headers: { "sec-fetch-site": "cross-site" }, body: "" },
      403,
    ],
    ["a form of no length", "/", { method: "POST", headers: { "transfer-encoding": "chunked" } }, 411],
    ["a form that is too long", "/", { method: "POST", body: "x".repeat(1_000_001) }, 413],
    ["an unknown page", "/nothing/here", {}, 404],
    ["an unknown thread", "/posts/987654321/x", {}, 404],
    ["an unknown file", "/_next/static/nothing.js", {}, 404],
    ["an unknown part of Next", "/_next/nothing", {}, 404],
    ["an icon that there is not", "/favicon.ico", {}, 404],
    ["a page of Next's own by another name", "/_next/..%2fme", {}, 404],
    ["an image of our own, resized", "/_next/image?url=%2Ficon.svg&w=640&q=75", {}, 404],
    ["an own area by another name", "/%6de", {}, 404],
    ["an unknown own page", "/api/nothing", {}, 404],
  ])("%s", async (_what, address, question, status) => {
    const answer = await server.ask(address, question);
    expect(answer.status).toBe(status);
    expectArmour(answer);
    expect(answer.headers["set-cookie"]).toBeUndefined();
  });

  it("and the server still answers", async () => {
    expect((await server.ask("/healthz")).body).toBe("ok\n");
  });
});

describe("every answer", () => {
  it("carries the security headers, and a nonce of its own", async () => {
    const [member] = await manySignedIn(1);
    const pages = [
      "/",
      path,
      "/feed.xml",
      "/sitemap.xml",
      "/robots.txt",
      "/auth/sign-in",
      "/me",
      "/api/theme",
      "/metrics",
    ];
    const readers = [undefined, member?.cookies];
    const asked = [...pages, ...pages].flatMap((page) => readers.map((cookies) => server.ask(page, { cookies })));
    const answers = await Promise.all(asked);
    for (const answer of answers) expectArmour(answer);
    const nonces = answers.map(nonceOf).filter(Boolean);
    expect(nonces.length).toBeGreaterThan(20);
    expect(new Set(nonces).size).toBe(nonces.length);
  });

  it.each(["/", "/techniques", "/what-helped", "/articles", "/guidelines", "/feed.xml", "/sitemap.xml"])(
    "on the shared page %s has no ETag and no cookie, and is kept by nobody on the way",
    async (page) => {
      const { headers, status } = await server.ask(page);
      expect(status).toBe(200);
      expect(headers).not.toHaveProperty("etag");
      expect(headers).not.toHaveProperty("set-cookie");
      expect(headers).toMatchObject({ "cache-control": "private, no-cache", vary: "cookie, accept-encoding" });
    },
  );
});

describe("what a client says about itself", () => {
  it.each<[string, Record<string, string>]>([
    ["a network", { "x-unknot-network": "203.0.113.9", "x-forwarded-for": "203.0.113.9" }],
    ["a policy", { "content-security-policy": "script-src 'nonce-AAAAAAAAAAAAAAAAAAAAAA'" }],
    ["a policy to report", { "content-security-policy-report-only": "script-src 'nonce-AAAAAAAAAAAAAAAAAAAAAA'" }],
    ["that it wants a part", { rsc: "1", "next-router-prefetch": "1", "next-router-state-tree": "%5B%22%22%5D" }],
    [
      "that middleware ran",
      { "x-middleware-subrequest": "middleware:middleware:middleware", "x-middleware-rewrite": "/me" },
    ],
    ["another host", { host: "evil.example", "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" }],
    [
      "another path",
      { "x-matched-path": "/me", "x-invoke-path": "/me", "x-nextjs-data": "1", "x-original-url": "/me" },
    ],
    ["that it has a page already", { "if-none-match": "*", "if-modified-since": "Mon, 01 Jan 2035 00:00:00 GMT" }],
    ["that it wants a piece", { range: "bytes=0-10" }],
    ["an unknown session", { cookie: `unknot-session=${"x".repeat(43)}` }],
    ["a session of no shape", { cookie: "unknot-session='; DROP TABLE members" }],
    ["cookies without end", { cookie: `${"a=1; ".repeat(1500)}theme=nothing` }],
  ])("changes nothing: %s", async (_what, headers) => {
    for (const page of [path, "/"]) {
      const plain = await server.ask(page);
      const answer = await server.ask(page, { headers });
      expect(answer.status).toBe(200);
      expect(lastingText(answer) === lastingText(plain)).toBe(true);
      expectArmour(answer);
      expect(nonceOf(answer)).not.toBe("AAAAAAAAAAAAAAAAAAAAAA");
    }
  });

  it("does not reach pages of its own either", async () => {
    const headers = { host: "evil.example", "x-forwarded-host": "evil.example", rsc: "1", "next-url": "/me" };
    const answer = await server.ask("/auth/sign-in", { headers });
    expect(answer).toMatchObject({ status: 200, headers: { "content-type": "text/html; charset=utf-8" } });
    expect(answer.body).not.toContain("evil.example");
    expectArmour(answer);
  });

  it("lets only a form of this site through", async () => {
    const visitor = await sendForm(server, { path, cookies: {}, fields: { body: "Hello." } });
    expect(visitor.status).toBeLessThan(500);
    expectArmour(visitor);
    const foreign = await server.ask(path, {
      method: "POST",
      headers: { origin: `${server.origin}.evil.example` },
      body: "",
    });
    expect(foreign.status).toBe(403);
  });
});

describe("words that look like the page's own data", () => {
  it("do not take the controls from those who read them", async () => {
    const [member] = await manySignedIn(1);
    const { id, slug } = await aPost({ title: "What is self.__next_f in the source?" });
    const { body } = await server.ask(`/posts/${id}/${slug}`, { cookies: member?.cookies });
    expect(body.match(/<style nonce="[\w-]{22}">([^<]*)/)?.[1]).toMatch(/^\[data-by=m\d+\]/);
  });
});
