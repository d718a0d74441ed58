import { randomInt } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { articles, articleStudies, auditLog, studies, threads } from "@/db/schema";
import { actorOf } from "@/lib/testing/actors";
import { purgedBy } from "@/lib/testing/announcements";
import { aRestriction } from "@/lib/testing/decisions";
import { aMember, aTechnique, aWord, daysAgo } from "@/lib/testing/factories";
import { codeOf, outcomesOf, refusalOf } from "@/lib/testing/refusals";
import { countOf, eventsOf, threadRow, usesOf } from "@/lib/testing/rows";
import { publishArticle } from "./publish-article";
import { getArticle, getEditableArticle } from "./queries";

const letters = () => Array.from({ length: 12 }, () => String.fromCharCode(97 + randomInt(26))).join("");

async function aStudy(certainty: (typeof studies.$inferInsert)["certainty"] = "very_low"): Promise<string> {
  const id = `${letters()}-2020`;
  const words = { citation: "Ana A. 2020.", design: "A trial", found: "Less.", limits: "Small." };
  await db.insert(studies).values({ id, ...words, certainty, direction: "mixed" });
  return id;
}

const words = (sources: string[], given: Partial<Parameters<typeof publishArticle>[1]> = {}) => ({
  title: `About ${aWord()}`,
  technique: "",
  audience: "public" as const,
  excerpt: "One trial, read slowly and twice.",
  body: `In **one** trial, people had fewer attacks [${sources[0]}].`,
  sources,
  reviewer: "Ana, nurse",
  reviewedOn: "2026-01-31",
  key: "",
  ...given,
});
const anEditor = async () => actorOf(await aMember({ role: "editor" }));
const logOf = (id: number) =>
  db
    .select({ actorId: auditLog.actorId, act: auditLog.act, detail: auditLog.detail })
    .from(auditLog)
    .where(eq(auditLog.subject, `article:${id}`))
    .orderBy(asc(auditLog.id));

describe("publishArticle", () => {
  it("is nothing for an editor who may not write for now", async () => {
    const editor = await aMember({ role: "editor" });
    await aRestriction({ member: editor, kind: "silence" });
    const before = await countOf("articles");
    expect(await codeOf(publishArticle(actorOf(editor), words([await aStudy()])))).toBe("silenced");
    expect(await countOf("articles")).toBe(before);
  });

  it("publishes a thread with its text, sources, log, event and purge", async () => {
    const [actor, technique, first, second] = [await anEditor(), await aTechnique(), await aStudy(), await aStudy()];
    const input = words([second, first], { technique: technique.slug });
    const { key: _key, ...told } = input;
    let published = { id: 0, kind: "", slug: "" };
    const tags = await purgedBy(async () => {
      published = await publishArticle(actor, input);
    });
    expect(await threadRow(published.id)).toMatchObject({
      kind: "article",
      audience: "public",
      techniqueId: technique.id,
      authorId: actor.memberId,
      title: input.title,
      excerpt: input.excerpt,
      visible: true,
    });
    const [text] = await db.select().from(articles).where(eq(articles.threadId, published.id));
    expect(text).toMatchObject({ body: input.body, reviewer: "Ana, nurse", reviewedOn: "2026-01-31" });
    expect(text?.bodyHtml).toContain("<strong>one</strong> trial");
    expect(text?.bodyHtml).toContain('href="#source-1"');
    expect((await getArticle(published.id))?.sources.map(({ id }) => id)).toEqual([second, first]);
    expect(await getEditableArticle(published.id)).toMatchObject({ ...told, free: true });
    expect(await eventsOf(published.id)).toEqual([{ kind: "article_published", actorId: actor.memberId, detail: {} }]);
    expect(await logOf(published.id)).toEqual([{ actorId: actor.memberId, act: "article_publish", detail: {} }]);
    const lists = ["list:articles", "list:home", `list:member:${actor.memberId}`, `list:technique:${technique.id}`];
    expect(tags).toEqual([...lists, `thread:${published.id}`].sort());
  });

  it.each([
    ["one after the other", async (send: () => Promise<{ id: number }>) => [await send(), await send()]],
    ["at once", async (send: () => Promise<{ id: number }>) => Promise.all([send(), send()])],
  ])("publishes one article for one form sent twice, %s", async (_how, twice) => {
    const member = await aMember({ role: "editor" });
    const input = words([await aStudy()], { key: "the-form" });
    const [first, second] = await twice(() => publishArticle(actorOf(member, { paced: true }), input));
    expect(second?.id).toBe(first?.id);
    expect(await db.select().from(threads).where(eq(threads.authorId, member.id))).toHaveLength(1);
    expect(await eventsOf(Number(first?.id))).toHaveLength(1);
    expect(await logOf(Number(first?.id))).toHaveLength(1);
    expect(await usesOf(`thread:${member.id}:day`)).toBe(1);
  });

  it.each(["member", "provider", "moderator"] as const)("refuses a %s, before anything else", async (role) => {
    const actor = actorOf(await aMember({ role }));
    expect(await codeOf(publishArticle(actor, words([])))).toBe("not_allowed");
  });

  it("is open to an admin", async () => {
    const { id } = await publishArticle(actorOf(await aMember({ role: "admin" })), words([await aStudy()]));
    expect(await threadRow(id)).toMatchObject({ kind: "article", techniqueId: null });
  });

  it("refuses a technique, a source and a day that there are not, beside their fields", async () => {
    const [actor, card] = [await anEditor(), await aStudy()];
    const refusal = async (sources: string[], given: object) =>
      refusalOf(publishArticle(actor, { ...words([card], given), sources }));
    expect(await refusal([card], { technique: "no-such" })).toMatchObject({
      code: "technique_unknown",
      field: "technique",
    });
    expect(await refusal([card, "nobody-1999"], {})).toMatchObject({
      code: "sources_unknown",
      field: "sources",
      facts: { names: "nobody-1999" },
    });
    expect(await refusal([card], { body: "One trial [nobody-1999] and another." })).toMatchObject({
      code: "sources_missing",
      field: "sources",
      facts: { names: "nobody-1999" },
    });
    const reviewedOn = daysAgo(-3).toISOString().slice(0, 10);
    expect(await refusal([card], { reviewedOn })).toMatchObject({ code: "reviewed_later", field: "reviewedOn" });
  });

  it("refuses what the sources do not carry, beside the field, and writes nothing", async () => {
    const [member, weak] = [await aMember({ role: "editor" }), await aStudy("very_low")];
    const before = [await countOf("threads"), await countOf("audit_log")];
    const publish = (given: object) =>
      refusalOf(publishArticle(actorOf(member, { paced: true }), words([weak], given)));
    const body = `A trial was made. Massage prevents attacks [${weak}]. It is calm, and it cures.`;
    const refusal = await publish({ body });
    expect(refusal).toMatchObject({ code: "claims", field: "body", facts: { count: 2 } });
    expect(refusal.facts.told).toContain("“Massage prevents attacks.”");
    expect(await publish({ title: "Massage cures migraine" })).toMatchObject({
      code: "claims_in_line",
      field: "title",
    });
    const excerpt = `Massage prevents attacks [${await aStudy("high")}].`;
    expect(await publish({ excerpt })).toMatchObject({ code: "claims_in_line", field: "excerpt" });
    expect([await countOf("threads"), await countOf("audit_log")]).toEqual(before);
    expect(await usesOf(`thread:${member.id}:day`)).toBe(0);
  });

  it("takes what a study of moderate certainty carries, and not what another one would", async () => {
    const [actor, fair, weak] = [await anEditor(), await aStudy("moderate"), await aStudy("low")];
    const publish = (card: string) =>
      publishArticle(actor, words([fair, weak], { body: `Massage reduces the number of attacks [${card}].` }));
    expect((await publish(fair)).kind).toBe("article");
    expect(await codeOf(publish(weak))).toBe("claims");
  });

  it("refuses a second article at the same address, also at once", async () => {
    const [actor, other, card] = [await anEditor(), await anEditor(), await aStudy()];
    const title = `The same ${aWord()}`;
    const both = [actor, other].map((each) => publishArticle(each, words([card], { title, key: "the-form" })));
    expect(await outcomesOf(both)).toEqual(["done", "title_taken"]);
    expect(await refusalOf(publishArticle(actor, words([card], { title: `${title}!` })))).toMatchObject({
      code: "title_taken",
      field: "title",
    });
  });

  it("keeps a person at a form to the pace of threads", async () => {
    const actor = actorOf(await aMember({ role: "editor" }), { paced: true });
    const card = await aStudy();
    await publishArticle(actor, words([card]));
    expect(await codeOf(publishArticle(actor, words([card])))).toBe("rate_limited");
  });

  it("keeps each source once, in its place", async () => {
    const [actor, card] = [await anEditor(), await aStudy()];
    const { id } = await publishArticle(actor, words([card]));
    const rows = await db.select().from(articleStudies).where(eq(articleStudies.threadId, id));
    expect(rows).toEqual([{ threadId: id, studyId: card, position: 1 }]);
  });
});
