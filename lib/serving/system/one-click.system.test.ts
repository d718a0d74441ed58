import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { newsletterSubscribers } from "@/db/schema";
import { unsubscribeToken } from "@/lib/platform/unsubscribe";
import { aSubscriber } from "@/lib/testing/newsletter";
import { startServer, type Server } from "@/lib/testing/servers";

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());

const pathOf = (token: string) => `/api/unsubscribe?token=${token}`;
const tokenOf = ({ id }: { id: number }) => unsubscribeToken({ list: "newsletter", id });
const isOn = async ({ id }: { id: number }) =>
  (await db.select().from(newsletterSubscribers).where(eq(newsletterSubscribers.id, id))).length === 1;

/** As RFC 8058 lets a mail program send it: no cookies, and the one field as a form. */
const press = (path: string, headers: Record<string, string> = {}) =>
  server.ask(path, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    body: "List-Unsubscribe=One-Click",
  });

describe("one press of a mail program", () => {
  it.each<[string, Record<string, string>]>([
    ["without an origin", {}],
    ["from a mail program in a browser", { origin: "https://mail.example.com", "sec-fetch-site": "cross-site" }],
    ["from nowhere", { origin: "null" }],
    ["under another name of this host", { host: "evil.example" }],
  ])("takes its reader off, %s, and a second one changes nothing", async (_from, headers) => {
    const [reader, other] = [await aSubscriber(), await aSubscriber()];
    for (let time = 0; time < 2; time += 1) {
      const answer = await press(pathOf(tokenOf(reader)), headers);
      expect([answer.status, answer.headers["set-cookie"]]).toEqual([200, undefined]);
    }
    expect([await isOn(reader), await isOn(other)]).toEqual([false, true]);
  });

  it("may come as a form of several parts", async () => {
    const reader = await aSubscriber();
    const form = new FormData();
    form.set("List-Unsubscribe", "One-Click");
    const encoded = new Response(form);
    const answer = await server.ask(pathOf(tokenOf(reader)), {
      method: "POST",
      headers: { "content-type": encoded.headers.get("content-type") ?? "" },
      body: Buffer.from(await encoded.arrayBuffer()),
    });
    expect(answer.status).toBe(200);
    expect(await isOn(reader)).toBe(false);
  });

  it("is nothing with a token of nobody's, or of a list that there is not", async () => {
    const reader = await aSubscriber();
    for (const token of ["", "x", `${tokenOf(reader)}x`, unsubscribeToken({ list: "replies", id: reader.id })]) {
      expect((await press(pathOf(token))).status, token).toBe(404);
    }
    expect(await isOn(reader)).toBe(true);
  });

  it("is taken from elsewhere at this address only", async () => {
    const token = tokenOf(await aSubscriber());
    for (const path of [
      `/newsletter/leave?token=${token}`,
      "/newsletter",
      "/api/theme",
      `/api/unsubscribe/?token=${token}`,
    ])
      expect((await press(path, { origin: "https://mail.example.com" })).status, path).toBe(403);
  });
});

it("opening the link changes nothing, and leads to the page with the button, on this site", async () => {
  const reader = await aSubscriber();
  const token = tokenOf(reader);
  const answer = await server.ask(pathOf(token), { headers: { host: "evil.example" } });
  expect([answer.status, answer.headers.location]).toEqual([303, `/newsletter/leave?token=${token}`]);
  const page = await server.ask(answer.headers.location ?? "");
  expect(page.status).toBe(200);
  expect(page.body).toContain(`value="${token}"`);
  expect(await isOn(reader)).toBe(true);
});
