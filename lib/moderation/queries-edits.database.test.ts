import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { heldEdits, revisions } from "@/db/schema";
import { actorOf } from "@/lib/testing/actors";
import { aComment, aMember, aPost, aThread, daysAgo } from "@/lib/testing/factories";
import { aCase } from "@/lib/testing/reports";
import { getCase } from "./queries-case";
import { getEdits } from "./queries-edits";

type Words = { threadId?: number; commentId?: number };

async function revised(about: Words, editedBy: number, words: { title?: string; body: string }, days: number) {
  const bodyHtml = `<p>${words.body}</p>`;
  await db.insert(revisions).values({ ...about, editedBy, ...words, bodyHtml, createdAt: daysAgo(days) });
}

const editsOf = async (caseId: number) => (await getCase(actorOf(await aMember({ role: "moderator" })), caseId))?.edits;

describe("the edits of a case", () => {
  it("are a post's earlier wordings, the newest first, and not those of its comments", async () => {
    const post = await aPost();
    const comment = await aComment({ thread: post });
    await revised({ threadId: post.id }, post.authorId, { title: "The first title", body: "First." }, 9);
    await revised({ threadId: post.id }, post.authorId, { title: "The second title", body: "Second." }, 3);
    await revised({ commentId: comment.id }, comment.authorId, { body: "Said before." }, 2);
    const { id } = await aCase({ thread: post });
    expect(await editsOf(id)).toMatchObject({
      earlier: [
        { title: "The second title", bodyHtml: "<p>Second.</p>" },
        { title: "The first title", bodyHtml: "<p>First.</p>" },
      ],
      waiting: null,
    });
    const ofComment = await aCase({ thread: post, comment });
    expect(await editsOf(ofComment.id)).toMatchObject({ earlier: [{ title: null, bodyHtml: "<p>Said before.</p>" }] });
  });

  it("hold the edit that waits beside what stands now", async () => {
    const post = await aPost({ audience: "public" });
    const comment = await aComment({ thread: post, body: "What I said." });
    const kind = "question" as const;
    const title = "A title that waits";
    await db
      .insert(heldEdits)
      .values({ threadId: post.id, kind, audience: "members", title, body: "See https://x.example" });
    await db.insert(heldEdits).values({ commentId: comment.id, body: "What I would say." });
    expect((await getEdits({ threadId: post.id, commentId: null })).waiting).toMatchObject({
      before: { title: post.title, body: post.body },
      after: { title: "A title that waits", body: "See https://x.example" },
      audience: "members",
    });
    expect((await getEdits({ threadId: post.id, commentId: comment.id })).waiting).toMatchObject({
      before: { title: null, body: "What I said." },
      after: { title: null, body: "What I would say." },
      audience: null,
    });
  });

  it("are gone with what its author has taken back", async () => {
    const post = await aPost({ withdrawnAt: daysAgo(1) });
    const stands = await aThread();
    const comment = await aComment({ thread: stands, withdrawnAt: daysAgo(1) });
    await revised({ threadId: post.id }, post.authorId, { title: "The first title", body: "First." }, 9);
    await revised({ commentId: comment.id }, comment.authorId, { body: "Said before." }, 9);
    await db.insert(heldEdits).values({ commentId: comment.id, body: "What I would say." });
    for (const about of [{ thread: post }, { thread: stands, comment }]) {
      expect(await editsOf((await aCase(about)).id)).toEqual({ earlier: [], waiting: null });
    }
  });
});
