import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { posts, redactions, threads } from "@/db/schema";
import { actorOf } from "@/lib/testing/actors";
import { purgedBy } from "@/lib/testing/announcements";
import { aMember, aPost, aWord, daysAgo, hoursAgo } from "@/lib/testing/factories";
import { codeOf } from "@/lib/testing/refusals";
import { aStatement } from "@/lib/testing/reports";
import { aRestriction } from "@/lib/testing/restrictions";
import { eventsOf, threadRow } from "@/lib/testing/rows";
import { anAllowedHost, askedAbout, aWatchedPhrase, codesAbout, heldEditsOf } from "@/lib/testing/screening";
import { wordIsIn } from "@/lib/testing/words";
import { withdrawThread } from "@/lib/threads/withdraw-thread";
import { editPost } from "./edit-post";
import { letEditAppear } from "./let-edit-appear";
import { getEditablePost, listPostRevisions } from "./queries";
import { withdrawEdit } from "./withdraw-edit";

const changed = (thread: number, given: { title?: string; body?: string; seen?: string } = {}) => ({
  thread,
  kind: "advice" as const,
  title: "What I know a week later",
  body: "It is all told at elsewhere.example.com, better than here.",
  audience: "members" as const,
  key: "",
  ...given,
});

async function aPostBy(given: Parameters<typeof aPost>[0] = {}) {
  const author = await aMember();
  const post = await aPost({ author, publishedAt: daysAgo(3), ...given });
  return { author, actor: actorOf(author, { paced: true }), post };
}

const bodyOf = async (id: number) => (await db.select().from(posts).where(eq(posts.threadId, id)))[0]?.body;
const appear = (id: number) => db.transaction((tx) => letEditAppear(tx, id));

describe("an edit that should be read first", () => {
  it("waits, and what stood before stays", async () => {
    const { actor, post } = await aPostBy();
    const before = await threadRow(post.id);
    let edited = { held: false, slug: "" };
    const tags = await purgedBy(async () => {
      edited = await editPost(actor, changed(post.id));
    });
    expect(edited).toMatchObject({ held: true, slug: post.slug });
    expect(tags).toEqual([]);
    expect(await threadRow(post.id)).toEqual(before);
    expect(await bodyOf(post.id)).toBe(post.body);
    const { kind, title, body, audience } = changed(post.id);
    expect(await heldEditsOf({ threadId: post.id })).toMatchObject([{ kind, title, body, audience }]);
    expect(await askedAbout(post.id)).toMatchObject([{ reason: "other", signs: [{ code: "late_link", n: 1 }] }]);
    expect(await eventsOf(post.id)).toEqual([{ kind: "edit_held", actorId: actor.memberId, detail: {} }]);
    expect(await listPostRevisions(post.id)).toEqual([]);
  });

  it("is found by its author's form, and by nobody else's", async () => {
    const { author, actor, post } = await aPostBy();
    await editPost(actor, changed(post.id));
    const { title, body } = changed(post.id);
    expect(await getEditablePost(author.id, post.id)).toMatchObject({ title, body, kind: "advice", waits: true });
    expect(await getEditablePost((await aMember()).id, post.id)).toBeNull();
  });

  it.each([
    ["a link within the first day", { publishedAt: hoursAgo(23) }, {}],
    ["the link that stood there", { body: "See elsewhere.example.com for the rest of it." }, {}],
    ["no link", {}, { body: "It took eight days, and then it was better." }],
  ])("is not one with %s", async (_name, given, change) => {
    const { actor, post } = await aPostBy(given);
    expect((await editPost(actor, changed(post.id, change))).held).toBe(false);
    expect(await heldEditsOf({ threadId: post.id })).toEqual([]);
    expect(await askedAbout(post.id)).toEqual([]);
  });

  it("is not one with a link to a host on the list", async () => {
    const { actor, post } = await aPostBy();
    const body = `I read it at ${await anAllowedHost()}/study and thought of you.`;
    expect((await editPost(actor, changed(post.id, { body }))).held).toBe(false);
  });

  it("is one with a link of a newcomer, or with a phrase, at any time", async () => {
    const newcomer = await aMember({ joinedAt: daysAgo(1) });
    const fresh = await aPost({ author: newcomer });
    expect((await editPost(actorOf(newcomer, { paced: true }), changed(fresh.id))).held).toBe(true);
    const { phrase } = await aWatchedPhrase();
    const { actor, post } = await aPostBy({ publishedAt: hoursAgo(1) });
    expect((await editPost(actor, changed(post.id, { title: `Now about ${phrase}` }))).held).toBe(true);
  });

  it("takes the place of one that waited, also of two at once", async () => {
    const { actor, post } = await aPostBy();
    await editPost(actor, changed(post.id));
    const bodies = ["The first, at one.example.com, of two.", "The second, at two.example.com, of two."];
    await Promise.all(bodies.map((body) => editPost(actor, changed(post.id, { body }))));
    const left = await heldEditsOf({ threadId: post.id });
    expect(left).toHaveLength(1);
    expect(bodies).toContain(left[0]?.body);
  });

  it("goes when its author changes the post in another way", async () => {
    const { actor, post } = await aPostBy();
    await editPost(actor, changed(post.id));
    await editPost(actor, changed(post.id, { body: "It took eight days, and then it was better." }));
    expect(await heldEditsOf({ threadId: post.id })).toEqual([]);
    expect(await bodyOf(post.id)).toBe("It took eight days, and then it was better.");
    expect(await appear(post.id)).toEqual([]);
  });
});

describe("letEditAppear", () => {
  it("puts it where it belongs, keeps what stood before, and tells the pages", async () => {
    const { actor, post } = await aPostBy();
    await editPost(actor, changed(post.id));
    const tags = await appear(post.id);
    expect(tags.sort()).toEqual(
      [`thread:${post.id}`, "list:home", `list:member:${actor.memberId}`, `list:technique:${post.techniqueId}`].sort(),
    );
    const { title, body } = changed(post.id);
    const after = await threadRow(post.id);
    expect(after).toMatchObject({ title, kind: "advice", audience: "members", slug: "what-i-know-a-week-later" });
    expect(after.editedAt).toBeInstanceOf(Date);
    expect(await bodyOf(post.id)).toBe(body);
    expect(await listPostRevisions(post.id)).toMatchObject([{ title: post.title, bodyHtml: `<p>${post.body}</p>` }]);
    expect(await heldEditsOf({ threadId: post.id })).toEqual([]);
    expect(await appear(post.id)).toEqual([]);
  });

  it("keeps nothing of an edit that was made in the first day, however long it waited", async () => {
    const { phrase } = await aWatchedPhrase();
    const { actor, post } = await aPostBy({ publishedAt: hoursAgo(20) });
    await editPost(actor, changed(post.id, { body: `Now about ${phrase}, and nothing else.` }));
    await db
      .update(threads)
      .set({ publishedAt: hoursAgo(40) })
      .where(eq(threads.id, post.id));
    await db.execute(`UPDATE held_edits SET created_at = now() - interval '20 hours' WHERE thread_id = ${post.id}`);
    await appear(post.id);
    expect(await listPostRevisions(post.id)).toEqual([]);
  });
});

describe("a change that a moderator asked for", () => {
  it("tells them, and is asked no longer", async () => {
    const { actor, post } = await aPostBy({ editAskedAt: daysAgo(1) });
    await editPost(actor, changed(post.id, { body: "It took eight days, and then it was better." }));
    expect(await threadRow(post.id)).toMatchObject({ editAskedAt: null });
    expect(await codesAbout(post.id)).toEqual(["edited_as_asked"]);
  });

  it("is not made by saving the same words", async () => {
    const { actor, post } = await aPostBy({ editAskedAt: daysAgo(1) });
    await editPost(actor, changed(post.id, { title: post.title, body: post.body }));
    expect((await threadRow(post.id)).editAskedAt).toBeInstanceOf(Date);
    expect(await codesAbout(post.id)).toEqual([]);
  });

  it("is possible while it is hidden, and stays hidden", async () => {
    const { author, actor, post } = await aPostBy({ editAskedAt: daysAgo(1), hiddenAt: daysAgo(1) });
    expect(await getEditablePost(author.id, post.id)).toMatchObject({ body: post.body, waits: false });
    expect((await editPost(actor, changed(post.id))).held).toBe(false);
    expect(await threadRow(post.id)).toMatchObject({ title: changed(post.id).title, visible: false });
    expect(await codesAbout(post.id)).toEqual(["late_link", "edited_as_asked"]);
  });
});

describe("withdrawing", () => {
  it("an edit leaves the post as it is, and asks for its author", async () => {
    const { actor, post } = await aPostBy();
    await editPost(actor, changed(post.id));
    expect(await codeOf(withdrawEdit(actorOf(await aMember({ role: "admin" })), post.id))).toBe("not_yours");
    await withdrawEdit(actor, post.id);
    await withdrawEdit(actor, post.id);
    expect(await heldEditsOf({ threadId: post.id })).toEqual([]);
    expect(await bodyOf(post.id)).toBe(post.body);
    expect((await eventsOf(post.id)).map(({ kind }) => kind)).toEqual(["edit_held", "edit_withdrawn"]);
  });

  it("a post takes the edit, and what moderators took out of it, with it at once", async () => {
    const { author, actor, post } = await aPostBy();
    const word = aWord();
    const statement = await aStatement({ thread: post });
    const taken = { threadId: post.id, field: "body", original: word, redacted: "" };
    await db.insert(redactions).values({ decisionId: statement.decisionId, ...taken });
    await editPost(actor, changed(post.id, { body: `All at elsewhere.example.com about ${word}.` }));
    expect(await wordIsIn(word)).toEqual(["public.held_edits", "public.redactions"]);
    await withdrawThread(actorOf(author), post.id);
    expect(await wordIsIn(word)).toEqual([]);
  });
});

it("nobody who may not speak changes a post", async () => {
  const { author, actor, post } = await aPostBy();
  await aRestriction({ member: author, kind: "silence" });
  expect(await codeOf(editPost(actor, changed(post.id)))).toBe("silenced");
  expect(await bodyOf(post.id)).toBe(post.body);
});
