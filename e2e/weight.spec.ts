import { desc, sql } from "drizzle-orm";
import type { Page, Request } from "@playwright/test";
import { db } from "@/db/client";
import { comments } from "@/db/schema";
import { aComment, aMember } from "@/lib/testing/factories";
import { expect, test } from "./support/fixtures";
import { roundOf } from "./support/addresses";
import { hydrated } from "./support/steps";
import { aQuestion } from "./support/things";

/** A page of comments as people write them: the sample's own words, not random ones, which would not compress. */
async function aFullThread() {
  const thread = await aQuestion({ body: "What people said to me, and what I would say now. ".repeat(12) });
  const written = await db
    .select({ body: comments.body, bodyHtml: comments.bodyHtml })
    .from(comments)
    .where(sql`char_length(${comments.body}) BETWEEN 150 AND 700`)
    .orderBy(desc(comments.id))
    .limit(20);
  for (const words of written) await aComment({ thread, author: await aMember(), ...words });
  return `/posts/${thread.id}/${thread.slug}`;
}

type Weight = { requests: number; html: number; javaScript: number };

/** What crosses the network for a page, in bytes as they are sent, without the stream of new comments. */
async function weigh(page: Page, path: string): Promise<Weight> {
  const finished: Request[] = [];
  page.on("requestfinished", (request) => void finished.push(request));
  await page.goto(path);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await hydrated(page);
  await page.waitForLoadState("load");
  const weight: Weight = { requests: 0, html: 0, javaScript: 0 };
  for (const request of finished.filter((each) => !each.url().endsWith("/live"))) {
    const { responseBodySize } = await request.sizes();
    weight.requests += 1;
    if (request.resourceType() === "document") weight.html += responseBodySize;
    if (request.resourceType() === "script") weight.javaScript += responseBodySize;
  }
  return weight;
}

for (const who of ["visitor", "member"] as const) {
  test(`a full thread is light for a ${who}`, async ({ enter }) => {
    const path = await aFullThread();
    const page = await enter(who === "member" ? await aMember() : null);
    const { requests, html, javaScript } = await weigh(page, path);
    await expect(page.getByRole("article", { name: /^Comment 20 by/ })).toBeVisible();
    test
      .info()
      .annotations.push({ type: "weight", description: `${html} + ${javaScript} bytes, ${requests} requests` });
    expect(html, "bytes of compressed HTML").toBeGreaterThan(1000);
    expect(html, "bytes of compressed HTML").toBeLessThan(15_000);
    expect(javaScript, "bytes of compressed JavaScript").toBeGreaterThan(1000);
    expect(javaScript, "bytes of compressed JavaScript").toBeLessThan(160_000);
    expect(requests).toBeLessThanOrEqual(15);
  });
}

test("every script and style of a page carries the nonce of its policy, and no two pages the same", async ({
  enter,
}) => {
  const nonces: string[] = [];
  for (const who of ["visitor", "member", "staff"] as const) {
    const { person, paths } = await roundOf(who);
    const page = await enter(person);
    for (const path of paths) {
      const answer = await page.request.get(path);
      const nonce = answer.headers()["content-security-policy"]?.match(/'nonce-([\w-]+)'/)?.[1] ?? "";
      expect(nonce, path).toMatch(/^[\w-]{22}$/);
      const carriers = (await answer.text()).match(/<(script|style)\b[^>]*>/g) ?? [];
      expect(carriers.length, path).toBeGreaterThan(3);
      for (const carrier of carriers) expect(carrier, path).toContain(`nonce="${nonce}"`);
      nonces.push(nonce);
    }
  }
  expect(new Set(nonces).size).toBe(nonces.length);
});
