import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { posts } from "@/db/schema";
import { actorOf } from "@/lib/testing/actors";
import { purgedBy } from "@/lib/testing/announcements";
import { aMember, aPost, aTestimonial, daysAgo, hoursAgo } from "@/lib/testing/factories";
import { codeOf } from "@/lib/testing/refusals";
import { eventsOf, threadRow, usesOf } from "@/lib/testing/rows";
import { editPost } from "./edit-post";
import { listPostRevisions } from "./queries";

const changed = (thread: number, given: { title?: string; body?: string } = {}) => ({
  thread,
  kind: "advice" as const,
  title: "What I know a week later",
  body: "It took **eight** days, and then it was better.",
  audience: "members" as const,
  key: "",
  ...given,
});

async function aPostBy(given: Parameters<typeof aPost>[0] = {}) {
  const author = await aMember();
  return { actor: actorOf(author), post: await aPost({ author, ...given }) };
}

describe("editPost", () => {
  it("changes the words, the kind, the audience and the address", async () => {
    const { actor, post } = await aPostBy();
    const tags = await purgedBy(() => editPost(actor, changed(post.id)));
    expect(tags).toEqual(
      [`thread:${post.id}`, "list:home", `list:member:${actor.memberId}`, `list:technique:${post.techniqueId}`].sort(),
    );
    const after = await threadRow(post.id);
    expect(after).toMatchObject({ kind: "advice", audience: "members", slug: "what-i-know-a-week-later" });
    expect(after.editedAt).not.toBeNull();
    const [text] = await db.select().from(posts).where(eq(posts.threadId, post.id));
    expect(text?.bodyHtml).toContain("<strong>eight</strong>");
    expect(await eventsOf(post.id)).toEqual([{ kind: "post_edited", actorId: actor.memberId, detail: {} }]);
  });

  it.each([
    ["within 24 hours", 23.9, 0],
    ["after 24 hours", 24.1, 1],
  ])("keeps what stood before: %s", async (_when, age, kept) => {
    const { actor, post } = await aPostBy({ publishedAt: hoursAgo(age) });
    await editPost(actor, changed(post.id));
    const revisions = await listPostRevisions(post.id);
    expect(revisions).toHaveLength(kept);
    for (const before of revisions)
      expect(before).toMatchObject({ title: post.title, bodyHtml: `<p>${post.body}</p>` });
  });

  it("keeps nothing when only the audience changes", async () => {
    const { actor, post } = await aPostBy({ publishedAt: daysAgo(3), audience: "public" });
    await editPost(actor, changed(post.id, { title: post.title, body: post.body }));
    expect(await threadRow(post.id)).toMatchObject({ audience: "members", editedAt: null });
    expect(await listPostRevisions(post.id)).toEqual([]);
  });

  it("keeps each wording once when two edits come at once", async () => {
    const { actor, post } = await aPostBy({ publishedAt: daysAgo(3) });
    const titles = ["The first of two at once", "The second of two at once"];
    await Promise.all(titles.map((title) => editPost(actor, changed(post.id, { title }))));
    const kept = (await listPostRevisions(post.id)).map(({ title }) => title);
    const { title: last } = await threadRow(post.id);
    expect([...kept, last].sort()).toEqual([post.title, ...titles].sort());
  });

  it("refuses somebody else, also an admin", async () => {
    const { post } = await aPostBy();
    for (const role of ["member", "moderator", "admin"] as const) {
      expect(await codeOf(editPost(actorOf(await aMember({ role })), changed(post.id)))).toBe("not_yours");
    }
    expect(await threadRow(post.id)).toMatchObject({ title: post.title });
  });

  it.each([
    ["locked", { lockedAt: daysAgo(1) }, "thread_locked"],
    ["hidden", { hiddenAt: daysAgo(1) }, "under_review"],
    ["removed", { removedAt: daysAgo(1) }, "not_found"],
    ["withdrawn", { withdrawnAt: daysAgo(1) }, "not_found"],
  ])("refuses a post that is %s", async (_name, state, code) => {
    const { actor, post } = await aPostBy(state);
    expect(await codeOf(editPost(actor, changed(post.id)))).toBe(code);
    expect(await eventsOf(post.id)).toEqual([]);
  });

  it("refuses a testimonial, and what is not there", async () => {
    const author = await aMember();
    const told = await aTestimonial({ author });
    for (const id of [told.id, 987_654_321]) {
      expect(await codeOf(editPost(actorOf(author), changed(id)))).toBe("not_found");
    }
  });

  it("counts edits, and stops after 30 a day", async () => {
    const { actor, post } = await aPostBy();
    const edit = (n: number) => editPost({ ...actor, paced: true }, changed(post.id, { title: `Edit number ${n}` }));
    for (let n = 1; n <= 30; n += 1) await edit(n);
    expect(await codeOf(edit(31))).toBe("rate_limited");
    expect(await usesOf(`edit:${actor.memberId}:day`)).toBe(30);
  });
});
