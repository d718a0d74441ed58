import { describe, expect, it } from "vitest";
import { aComment, aDraft, aMember, aPost, aTechnique, aWord, daysAgo } from "@/lib/testing/factories";
import { getKept, getOwnDraft, listDrafts } from "./queries";

describe("listDrafts", () => {
  it("lists what is one's own, the newest first, with how it begins and where it is finished", async () => {
    const author = await aMember();
    const thread = await aPost();
    const technique = await aTechnique();
    await aDraft({ author: await aMember() });
    const comment = await aDraft({
      author,
      place: `comment-${thread.id}`,
      values: { body: ["Me  too"] },
      ageSeconds: 5,
    });
    const told = await aDraft({ author, place: "testimonial", values: { technique: [technique.slug] }, ageSeconds: 9 });
    expect(await listDrafts(author.id, "members")).toMatchObject([
      {
        id: comment.id,
        kind: "comment",
        words: "Me too",
        about: { name: thread.title },
        href: `/me/drafts/${comment.id}`,
      },
      { id: told.id, kind: "testimonial", words: "", about: { name: technique.name }, href: `/me/drafts/${told.id}` },
    ]);
  });

  it.each([
    ["edit-post", "/me/edit/post/"],
    ["edit-testimonial", "/me/edit/testimonial/"],
    ["edit-comment", "/me/edit/comment/"],
  ])("sends a draft of %s to its form", async (place, path) => {
    const author = await aMember();
    const { id } = await aDraft({ author, place: `${place}-7` });
    expect(await listDrafts(author.id, "members")).toMatchObject([{ href: `${path}7?draft=${id}` }]);
  });

  it("sends a draft of an issue to the newsletter, and takes its number for no thread's", async () => {
    const [author, thread] = [await aMember({ role: "editor" }), await aPost()];
    const edit = await aDraft({ author, place: `edit-issue-${thread.id}-2` });
    const begun = await aDraft({ author, place: "issue", ageSeconds: 5 });
    expect(await listDrafts(author.id, "members")).toMatchObject([
      { href: `/staff/newsletter/${thread.id}?draft=${edit.id}`, about: null },
      { href: `/staff/newsletter/new?draft=${begun.id}`, about: null },
    ]);
  });

  it("names only threads that its reader may read", async () => {
    const author = await aMember();
    const hidden = await aPost({ hiddenAt: daysAgo(1) });
    const forMembers = await aPost({ audience: "members" });
    const comment = await aComment({ thread: hidden, author });
    await aDraft({ author, place: `comment-${hidden.id}` });
    await aDraft({ author, place: `edit-comment-${comment.id}` });
    await aDraft({ author, place: `comment-${forMembers.id}` });
    const named = async (audience: "public" | "members") =>
      (await listDrafts(author.id, audience)).map(({ about }) => about?.name).filter(Boolean);
    expect(await named("members")).toEqual([forMembers.title]);
    expect(await named("public")).toEqual([]);
  });
});

describe("getKept", () => {
  it("takes the newest of the form, the one that is asked for, or none", async () => {
    const author = await aMember();
    const older = await aDraft({ author, place: "edit-post-3", ageSeconds: 60 });
    const newer = await aDraft({ author, place: "edit-post-3" });
    const elsewhere = await aDraft({ author, place: "edit-post-4" });
    const kept = async (chosen: { draft?: string; from?: string }) =>
      (await getKept(author.id, "edit-post-3", chosen))?.id;
    expect(await kept({})).toBe(newer.id);
    expect(await kept({ draft: String(older.id) })).toBe(older.id);
    expect(await kept({ draft: String(elsewhere.id) })).toBe(newer.id);
    expect(await kept({ from: "posted" })).toBeUndefined();
  });

  it.each([
    ["an article", `edit-article-3-${"a".repeat(16)}`, `edit-article-3-${"b".repeat(16)}`],
    ["an issue", "edit-issue-3-1", "edit-issue-3-2"],
  ])("brings a draft over an earlier text of %s back only when it is asked for", async (_name, earlier, now) => {
    const author = await aMember({ role: "editor" });
    const before = await aDraft({ author, place: earlier });
    expect(await getKept(author.id, now, {})).toBeNull();
    expect(await getKept(author.id, now, { draft: String(before.id) })).toMatchObject({ id: before.id });
  });

  it("gives nobody else's", async () => {
    const { id } = await aDraft({ author: await aMember(), values: { body: [aWord()] } });
    const other = await aMember();
    expect(await getOwnDraft(other.id, id)).toBeNull();
    expect(await getKept(other.id, "post", { draft: String(id) })).toBeNull();
  });
});
