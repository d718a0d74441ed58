import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { revisions } from "@/db/schema";
import { actorOf } from "@/lib/testing/actors";
import { purgedBy } from "@/lib/testing/announcements";
import { aComment, aMember, aThread, daysAgo, hoursAgo } from "@/lib/testing/factories";
import { codeOf } from "@/lib/testing/refusals";
import { commentRow, eventsOf, usesOf } from "@/lib/testing/rows";
import { editComment } from "./edit-comment";
import { getCommentHistory } from "./queries";

const revisionsOf = (commentId: number) => db.select().from(revisions).where(eq(revisions.commentId, commentId));

async function aCommentBy(given: Partial<Parameters<typeof aComment>[0]> = {}, thread?: { id: number }) {
  const author = await aMember();
  const under = thread ?? (await aThread());
  const comment = await aComment({ author, body: "What it was.", ...given, thread: under });
  return { actor: actorOf(author), comment, thread: under };
}

describe("editComment", () => {
  it("changes the words and tells the thread's page", async () => {
    const { actor, comment, thread } = await aCommentBy();
    const tags = await purgedBy(() => editComment(actor, { comment: comment.id, body: "What it *is*." }));
    expect(tags).toEqual([`thread:${thread.id}`]);
    const after = await commentRow(comment.id);
    expect(after.body).toBe("What it *is*.");
    expect(after.bodyHtml).toContain("<em>is</em>");
    expect(after.editedAt).not.toBeNull();
    const detail = { position: 1 };
    expect(await eventsOf(thread.id)).toEqual([{ kind: "comment_edited", actorId: actor.memberId, detail }]);
  });

  it.each([
    ["within 24 hours", 23.9, 0],
    ["after 24 hours", 24.1, 1],
  ])("keeps what stood before: %s", async (_when, age, kept) => {
    const { actor, comment } = await aCommentBy({ createdAt: hoursAgo(age) });
    await editComment(actor, { comment: comment.id, body: "What it is." });
    const all = await revisionsOf(comment.id);
    expect(all).toHaveLength(kept);
    for (const revision of all) expect(revision).toMatchObject({ body: "What it was.", editedBy: actor.memberId });
    const history = await getCommentHistory(comment.id);
    expect(history?.revisions.map(({ bodyHtml }) => bodyHtml) ?? []).toEqual(kept ? ["<p>What it was.</p>"] : []);
  });

  it("leaves everything alone when the words are the same", async () => {
    const { actor, comment, thread } = await aCommentBy({ createdAt: daysAgo(3) });
    await editComment({ ...actor, paced: true }, { comment: comment.id, body: "What it was." });
    expect(await commentRow(comment.id)).toMatchObject({ editedAt: null });
    expect(await revisionsOf(comment.id)).toEqual([]);
    expect(await eventsOf(thread.id)).toEqual([]);
    expect(await usesOf(`edit:${actor.memberId}:day`)).toBe(0);
  });

  it("keeps each wording once when two edits come at once", async () => {
    const { actor, comment } = await aCommentBy({ createdAt: daysAgo(3) });
    const edits = ["One.", "Two."].map((body) => editComment(actor, { comment: comment.id, body }));
    await Promise.all(edits);
    const kept = (await revisionsOf(comment.id)).map(({ body }) => body);
    const { body: last } = await commentRow(comment.id);
    expect([...kept, last].sort()).toEqual(["One.", "Two.", "What it was."]);
  });

  it("refuses somebody else, also a moderator", async () => {
    const { comment } = await aCommentBy();
    for (const role of ["member", "moderator", "admin"] as const) {
      const other = actorOf(await aMember({ role }));
      expect(await codeOf(editComment(other, { comment: comment.id, body: "Not yours." }))).toBe("not_yours");
    }
    expect(await commentRow(comment.id)).toMatchObject({ body: "What it was." });
  });

  it.each([
    ["withdrawn", { withdrawnAt: daysAgo(1) }, "not_found"],
    ["removed", { removedAt: daysAgo(1) }, "not_found"],
    ["hidden", { hiddenAt: daysAgo(1) }, "under_review"],
  ])("refuses a comment that is %s", async (_name, state, code) => {
    const { actor, comment } = await aCommentBy(state);
    expect(await codeOf(editComment(actor, { comment: comment.id, body: "Changed." }))).toBe(code);
  });

  it.each([
    ["locked", { lockedAt: daysAgo(1) }, "thread_locked"],
    ["hidden", { hiddenAt: daysAgo(1) }, "not_found"],
    ["removed", { removedAt: daysAgo(1) }, "not_found"],
    ["withdrawn", { withdrawnAt: daysAgo(1) }, "not_found"],
  ])("refuses under a thread that is %s", async (_name, state, code) => {
    const { actor, comment } = await aCommentBy({}, await aThread(state));
    expect(await codeOf(editComment(actor, { comment: comment.id, body: "Changed." }))).toBe(code);
  });

  it("refuses a comment that never was", async () => {
    expect(await codeOf(editComment(actorOf(await aMember()), { comment: 987_654_321, body: "Hm." }))).toBe(
      "not_found",
    );
  });

  it("stops after 30 edits a day", async () => {
    const { actor, comment } = await aCommentBy();
    const edit = (n: number) => editComment({ ...actor, paced: true }, { comment: comment.id, body: `Edit ${n}.` });
    for (let n = 1; n <= 30; n += 1) await edit(n);
    expect(await codeOf(edit(31))).toBe("rate_limited");
    expect(await commentRow(comment.id)).toMatchObject({ body: "Edit 30." });
  });
});
