import { randomInt } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { articles, auditLog, studies, threads } from "@/db/schema";
import { listPostRevisions } from "@/lib/posts/queries";
import { actorOf } from "@/lib/testing/actors";
import { purgedBy } from "@/lib/testing/announcements";
import { aMember, aPost, aTechnique, aWord, daysAgo, hoursAgo } from "@/lib/testing/factories";
import { codeOf, outcomesOf, refusalOf } from "@/lib/testing/refusals";
import { eventsOf, threadRow, usesOf } from "@/lib/testing/rows";
import { editArticle } from "./edit-article";
import { publishArticle } from "./publish-article";
import { getArticle, getEditableArticle, type EditableArticle } from "./queries";

const letters = () => Array.from({ length: 12 }, () => String.fromCharCode(97 + randomInt(26))).join("");
const anEditor = async () => actorOf(await aMember({ role: "editor" }));
const audited = (id: number) =>
  db
    .select()
    .from(auditLog)
    .where(eq(auditLog.subject, `article:${id}`));

async function aStudy(): Promise<string> {
  const id = `${letters()}-2020`;
  const words = { citation: "Ana A. 2020.", design: "A trial", found: "Less.", limits: "Small." };
  await db.insert(studies).values({ id, ...words, certainty: "low", direction: "mixed" });
  return id;
}

/** What the form sends when only `given` was changed. */
function changed({ id, free: _free, ...article }: EditableArticle, given: Partial<EditableArticle> = {}) {
  return { ...article, thread: id, ...given };
}

async function anArticle(given: Partial<typeof threads.$inferInsert> = {}) {
  const [author, technique, card] = [await anEditor(), await aTechnique(), await aStudy()];
  const { id } = await publishArticle(author, {
    title: `About ${aWord()}`,
    technique: technique.slug,
    audience: "public",
    excerpt: "One trial, read slowly and twice.",
    body: `In one trial, people had fewer attacks [${card}].`,
    sources: [card],
    reviewer: "Ana, nurse",
    reviewedOn: "2026-01-31",
    key: "",
  });
  const article = await getEditableArticle(id);
  if (Object.keys(given).length > 0) await db.update(threads).set(given).where(eq(threads.id, id));
  if (!article) throw new Error("the article was not published");
  return { author, technique, article };
}

describe("editArticle", () => {
  it("changes everything but the address, whoever wrote it", async () => {
    const { author, technique, article } = await anArticle();
    const [actor, other, card] = [await anEditor(), await aTechnique(), await aStudy()];
    const given = {
      title: `Anew about ${aWord()}`,
      technique: other.slug,
      audience: "members" as const,
      excerpt: "Two trials, read slowly and twice.",
      body: `In **another** trial, they did not [${card}] [${article.sources[0]}].`,
      sources: [card, ...article.sources],
      reviewer: "Ben, physiotherapist",
      reviewedOn: "2026-02-01",
    };
    const { slug } = await threadRow(article.id);
    const tags = await purgedBy(() => editArticle(actor, changed(article, given)));
    const after = await threadRow(article.id);
    expect(after).toMatchObject({ title: given.title, slug, audience: "members", techniqueId: other.id });
    expect(after).toMatchObject({ excerpt: given.excerpt, authorId: author.memberId });
    expect(after.editedAt).not.toBeNull();
    const shown = await getArticle(article.id);
    expect(shown?.bodyHtml).toContain("<strong>another</strong>");
    expect(shown?.bodyHtml).toContain('href="#source-2"');
    expect(shown?.sources.map(({ id }) => id)).toEqual(given.sources);
    expect(await getEditableArticle(article.id)).toMatchObject(given);
    expect((await eventsOf(article.id)).at(-1)).toEqual({
      kind: "article_edited",
      actorId: actor.memberId,
      detail: {},
    });
    const log = (await audited(article.id)).map(({ act, actorId }) => `${act} ${actorId}`);
    expect(log).toEqual([`article_publish ${author.memberId}`, `article_edit ${actor.memberId}`]);
    const lists = ["list:articles", "list:home", `list:member:${author.memberId}`];
    const ofTechniques = [technique, other].map(({ id }) => `list:technique:${id}`);
    expect(tags).toEqual([...lists, ...ofTechniques, `thread:${article.id}`].sort());
  });

  it("lets an article go without a technique", async () => {
    const { author, article } = await anArticle();
    await editArticle(author, changed(article, { technique: "" }));
    expect(await threadRow(article.id)).toMatchObject({ techniqueId: null, editedAt: null });
  });

  it.each([
    ["within 24 hours", 23.9, 0],
    ["after 24 hours", 24.1, 1],
  ])("keeps what stood before: %s", async (_when, age, kept) => {
    const { author, article } = await anArticle({ publishedAt: hoursAgo(age) });
    const [before] = await db.select().from(articles).where(eq(articles.threadId, article.id));
    await editArticle(author, changed(article, { body: "A text that is quite another one." }));
    const revisions = await listPostRevisions(article.id);
    expect(revisions).toHaveLength(kept);
    for (const revision of revisions)
      expect(revision).toMatchObject({ title: article.title, bodyHtml: before?.bodyHtml });
  });

  it("keeps nothing when only the review changes", async () => {
    const { author, article } = await anArticle({ publishedAt: daysAgo(3) });
    await editArticle(author, changed(article, { reviewedOn: "2026-02-01" }));
    expect(await listPostRevisions(article.id)).toEqual([]);
    expect(await threadRow(article.id)).toMatchObject({ editedAt: null });
  });

  it("changes once for one form sent twice, also at once", async () => {
    const { author, article } = await anArticle({ publishedAt: daysAgo(3) });
    const send = () => editArticle(author, changed(article, { body: "A text that is quite another one." }));
    expect(await outcomesOf([send(), send()])).toEqual(["done", "done"]);
    await send();
    expect((await eventsOf(article.id)).map(({ kind }) => kind)).toEqual(["article_published", "article_edited"]);
    expect(await audited(article.id)).toHaveLength(2);
    expect(await listPostRevisions(article.id)).toHaveLength(1);
  });

  it("lets one of two different ones through, so that nobody writes over what they have not seen", async () => {
    const { author, article } = await anArticle();
    const other = await anEditor();
    const titles = [
      [author, "The first of two at once"],
      [other, "The second of two at once"],
    ] as const;
    const both = titles.map(([actor, title]) => editArticle(actor, changed(article, { title })));
    expect(await outcomesOf(both)).toEqual(["article_changed", "done"]);
    const now = await getEditableArticle(article.id);
    if (!now) throw new Error("the article is gone");
    await editArticle(other, changed(now, { title: "The third, which saw what came before" }));
    expect(await threadRow(article.id)).toMatchObject({ title: "The third, which saw what came before" });
  });

  it("refuses what the sources do not carry, and changes nothing", async () => {
    const { author, article } = await anArticle();
    const paced = { ...author, paced: true };
    const refusal = await refusalOf(editArticle(paced, changed(article, { body: "It is calm. It cures migraine." })));
    expect(refusal).toMatchObject({ code: "claims", field: "body", facts: { count: 1 } });
    expect(await getEditableArticle(article.id)).toEqual(article);
    expect(await usesOf(`edit:${author.memberId}:day`)).toBe(0);
  });

  it.each(["member", "provider", "moderator"] as const)("refuses a %s", async (role) => {
    const { article } = await anArticle();
    const actor = actorOf(await aMember({ role }));
    expect(await codeOf(editArticle(actor, changed(article, { title: "Not mine to change" })))).toBe("not_allowed");
  });

  it.each([
    ["hidden", { hiddenAt: daysAgo(1) }, "under_review"],
    ["removed", { removedAt: daysAgo(1) }, "not_found"],
    ["withdrawn", { withdrawnAt: daysAgo(1) }, "not_found"],
  ])("refuses an article that is %s, and shows no form for it", async (state, given, code) => {
    const by = (await aMember()).id;
    const { author, article } = await anArticle({
      ...given,
      ...(state === "hidden" ? { hiddenBy: by } : {}),
      ...(state === "removed" ? { removedBy: by } : {}),
    });
    expect(await codeOf(editArticle(author, changed(article, { title: "A title of another kind" })))).toBe(code);
    expect(await getEditableArticle(article.id)).toBeNull();
  });

  it("puts right what is closed to comments", async () => {
    const { author, article } = await anArticle({ lockedAt: daysAgo(1), lockedBy: (await aMember()).id });
    await editArticle(author, changed(article, { title: "A title of another kind" }));
    expect(await threadRow(article.id)).toMatchObject({ title: "A title of another kind" });
  });

  it("refuses a post, and what is not there", async () => {
    const { author, article } = await anArticle();
    const post = await aPost();
    for (const thread of [post.id, 987_654_321])
      expect(await codeOf(editArticle(author, { ...changed(article), thread }))).toBe("not_found");
    expect(await getEditableArticle(post.id)).toBeNull();
  });
});
