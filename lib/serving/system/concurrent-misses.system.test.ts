import { afterAll, beforeAll, expect, it } from "vitest";
import { anAccount, aPost } from "@/lib/testing/factories";
import { formKeyOf, lastingText, nonceOf } from "@/lib/testing/page-text";
import { startServer, type Server } from "@/lib/testing/servers";
import { manySignedIn, signedIn } from "@/lib/testing/signed-in";

let server: Server;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());

it.each(["a visitor", "a member"])("renders a page once for 200 at the same moment, each of them %s", async (who) => {
  const { id, slug } = await aPost();
  const people = who === "a member" ? await manySignedIn(200) : [];
  const renders = await server.metric("unknot_renders_total");
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, index) => server.ask(`/posts/${id}/${slug}`, { cookies: people[index]?.cookies })),
  );
  expect(await server.metric("unknot_renders_total")).toBe(renders + 1);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(200);
  expect(new Set(answers.map(nonceOf)).size).toBe(200);
  expect(new Set(answers.map(formKeyOf)).size).toBe(200);
  const alike = answers.map((answer) =>
    lastingText(answer)
      .replace(/data-state="[\w-]+"/, "")
      .replace(/(<style nonce="">)[^<]*/, "$1"),
  );
  expect(new Set(alike).size).toBe(1);
});

it("renders it once for each audience, and people without a handle are of the public", async () => {
  const { id, slug } = await aPost();
  const path = `/posts/${id}/${slug}`;
  const [member] = await manySignedIn(1);
  const joining = await signedIn((await anAccount()).id);
  const renders = await server.metric("unknot_renders_total");
  for (const reader of [undefined, member, joining, member, undefined, joining]) {
    expect((await server.ask(path, { cookies: reader?.cookies })).status).toBe(200);
  }
  expect(await server.metric("unknot_renders_total")).toBe(renders + 2);
});

it("renders it once for all the ways to ask for it", async () => {
  const { id, slug } = await aPost();
  const path = `/posts/${id}/${slug}`;
  const renders = await server.metric("unknot_renders_total");
  const ways = ["", "?utm_source=x", "?_rsc=1a2b3", "?fbclid=1&fbclid=2", `?${"x=1&".repeat(100)}`, "#comment-3", "?"];
  for (const way of ways) expect((await server.ask(path + way)).status).toBe(200);
  expect((await server.ask(path, { method: "HEAD" })).body).toBe("");
  expect((await server.ask(path, { headers: { "accept-encoding": "gzip", "user-agent": "other" } })).status).toBe(200);
  expect(await server.metric("unknot_renders_total")).toBe(renders + 1);
});
