import { afterAll, beforeAll, expect, it } from "vitest";
import { asOperator } from "@/lib/testing/backends";
import { aPost } from "@/lib/testing/factories";
import { sendForm } from "@/lib/testing/no-script-forms";
import { startServer, type Server } from "@/lib/testing/servers";
import { manySignedIn } from "@/lib/testing/signed-in";

/** Whoever reads does not wait longer for the plain page. */
const patienceMs = 5000;

let server: Server;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());

it("says so in plain words within seconds while the database is away, and comes back by itself", async () => {
  const { id, slug } = await aPost();
  const [member] = await manySignedIn(1);
  const path = `/posts/${id}/${slug}`;
  for (const cookies of [undefined, member?.cookies]) expect((await server.ask(path, { cookies })).status).toBe(200);
  await asOperator(async (operator) => {
    try {
      await operator.let("nobody in");
      await operator.end(await operator.everybody());
      const began = Date.now();
      const answers = await Promise.all([
        ...["/", path, "/techniques", "/feed.xml", "/posts/1/nothing"].map((each) => server.ask(each)),
        ...[path, "/me", "/write"].map((each) => server.ask(each, { cookies: member?.cookies })),
        sendForm(server, { path, cookies: member?.cookies ?? {}, fields: { body: "Hello." } }),
        server.ask(`/api/threads/${id}/live`),
        server.ask(`/api/threads/${id}/comments?after=0`),
      ]);
      expect(Date.now() - began).toBeLessThan(patienceMs);
      for (const { status, headers, body } of answers) {
        expect(status).toBe(503);
        expect(headers).toMatchObject({ "retry-after": "20", "cache-control": "no-store", "x-frame-options": "DENY" });
        expect(body).toContain("<h1>We are away for a moment</h1>");
        expect(body).not.toMatch(/_next|Error|\bat \//);
      }
      expect((await server.ask("/healthz")).status).toBe(200);
      expect((await server.ask("/readyz")).status).toBe(503);
      expect((await server.ask("/metrics")).status).toBe(200);
    } finally {
      await operator.let("everybody in");
    }
  });
  await expect.poll(async () => (await server.ask("/readyz")).status, { timeout: 15_000 }).toBe(200);
  for (const cookies of [undefined, member?.cookies]) expect((await server.ask(path, { cookies })).status).toBe(200);
  await expect.poll(() => server.metric("unknot_page_cache_open"), { timeout: 10_000 }).toBe(1);
  await server.ask(path);
  const renders = await server.metric("unknot_renders_total");
  expect((await server.ask(path)).status).toBe(200);
  expect(await server.metric("unknot_renders_total")).toBe(renders);
});

it("starts while the database is away, and serves when it has come", async () => {
  const late = await asOperator(async (operator) => {
    try {
      await operator.let("nobody in");
      await operator.end(await operator.everybody());
      const started = await startServer();
      expect((await started.ask("/")).status).toBe(503);
      expect((await started.ask("/readyz")).status).toBe(503);
      return started;
    } finally {
      await operator.let("everybody in");
    }
  });
  await expect.poll(async () => (await late.ask("/")).status, { timeout: 15_000 }).toBe(200);
  await expect.poll(() => late.metric("unknot_page_cache_open"), { timeout: 10_000 }).toBe(1);
  await late.stop();
});
