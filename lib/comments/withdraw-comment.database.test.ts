import { describe, expect, it } from "vitest";
import { actorOf } from "@/lib/testing/actors";
import { purgedBy } from "@/lib/testing/announcements";
import { aComment, aMember, aThread, daysAgo } from "@/lib/testing/factories";
import { codeOf, outcomesOf } from "@/lib/testing/refusals";
import { commentRow, eventsOf, threadRow } from "@/lib/testing/rows";
import { postComment } from "./post-comment";
import { withdrawComment } from "./withdraw-comment";

describe("withdrawComment", () => {
  it("takes the comment back and keeps its number", async () => {
    const author = await aMember();
    const thread = await aThread();
    const comment = await aComment({ thread, author });
    await aComment({ thread, author });
    const tags = await purgedBy(() => withdrawComment(actorOf(author), comment.id));
    expect(tags).toContain(`thread:${thread.id}`);
    expect(tags).toContain("list:home");
    const after = await commentRow(comment.id);
    expect(after).toMatchObject({ position: 1, visible: false });
    expect(after.withdrawnAt).not.toBeNull();
    expect(await threadRow(thread.id)).toMatchObject({ lastPosition: 2, commentCount: 1 });
    const detail = { position: 1 };
    expect(await eventsOf(thread.id)).toEqual([{ kind: "comment_withdrawn", actorId: author.id, detail }]);
    expect(
      await postComment(actorOf(author), { thread: thread.id, replyTo: null, body: "Next.", key: "" }),
    ).toMatchObject({ position: 3 });
  });

  it.each([
    ["a locked thread", { lockedAt: daysAgo(1) }, {}],
    ["a hidden thread", { hiddenAt: daysAgo(1) }, {}],
    ["a removed thread", { removedAt: daysAgo(1) }, {}],
    ["a withdrawn thread", { withdrawnAt: daysAgo(1) }, {}],
    ["while it is hidden itself", {}, { hiddenAt: daysAgo(1) }],
    ["after it was removed", {}, { removedAt: daysAgo(1) }],
  ])("is always possible: %s", async (_name, ofThread, ofComment) => {
    const author = await aMember();
    const thread = await aThread(ofThread);
    const comment = await aComment({ thread, author, ...ofComment });
    await withdrawComment(actorOf(author), comment.id);
    expect((await commentRow(comment.id)).withdrawnAt).not.toBeNull();
    expect(await threadRow(thread.id)).toMatchObject({ commentCount: 0 });
  });

  it("refuses somebody else, also a moderator", async () => {
    const comment = await aComment({ thread: await aThread() });
    for (const role of ["member", "moderator"] as const) {
      expect(await codeOf(withdrawComment(actorOf(await aMember({ role })), comment.id))).toBe("not_yours");
    }
    expect(await commentRow(comment.id)).toMatchObject({ visible: true });
  });

  it("happens once, also when sent twice at once", async () => {
    const author = await aMember();
    const thread = await aThread();
    const comment = await aComment({ thread, author });
    await aComment({ thread });
    const twice = [1, 2].map(() => withdrawComment(actorOf(author), comment.id));
    expect(await outcomesOf(twice)).toEqual(["done", "not_found"]);
    expect(await codeOf(withdrawComment(actorOf(author), comment.id))).toBe("not_found");
    expect(await threadRow(thread.id)).toMatchObject({ commentCount: 1 });
  });

  it("refuses a comment that never was", async () => {
    expect(await codeOf(withdrawComment(actorOf(await aMember()), 987_654_321))).toBe("not_found");
  });
});
