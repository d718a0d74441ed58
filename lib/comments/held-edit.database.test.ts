import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { redactions } from "@/db/schema";
import { actorOf } from "@/lib/testing/actors";
import { purgedBy } from "@/lib/testing/announcements";
import { aComment, aMember, aThread, aWord, daysAgo, hoursAgo, type Member } from "@/lib/testing/factories";
import { codeOf } from "@/lib/testing/refusals";
import { aStatement } from "@/lib/testing/reports";
import { commentRow, threadRow } from "@/lib/testing/rows";
import { askedAbout, aWatchedPhrase, heldEditsOf } from "@/lib/testing/screening";
import { wordIsIn } from "@/lib/testing/words";
import { editComment } from "./edit-comment";
import { letEditAppear } from "./let-edit-appear";
import { getOwnComment, listComments } from "./queries";
import { withdrawComment } from "./withdraw-comment";
import { withdrawEdit } from "./withdraw-edit";

const at = (member: Member) => actorOf(member, { paced: true });
const link = "It is all told at elsewhere.example.com/now";

describe("an edit that should be read first", () => {
  async function aCommentBy(given: Partial<Parameters<typeof aComment>[0]> = {}) {
    const author = await aMember();
    const comment = await aComment({ author, createdAt: daysAgo(3), ...given, thread: await aThread() });
    const edit = (body: string) => editComment(at(author), { comment: comment.id, body });
    return { author, comment, edit };
  }

  it("waits, and what stood before stays", async () => {
    const { author, comment, edit } = await aCommentBy();
    const tags = await purgedBy(async () => expect(await edit(link)).toMatchObject({ held: true }));
    expect(tags).toEqual([]);
    expect(await commentRow(comment.id)).toMatchObject({ body: comment.body, editedAt: null, visible: true });
    expect(await heldEditsOf({ commentId: comment.id })).toMatchObject([{ body: link }]);
    expect(await askedAbout(comment.threadId)).toMatchObject([
      { commentId: comment.id, signs: [{ code: "late_link" }] },
    ]);
    expect(await getOwnComment(author.id, comment.id)).toMatchObject({ body: link, waits: true });
  });

  it("appears as the edit would have, and once", async () => {
    const { comment, edit } = await aCommentBy();
    await edit(link);
    const appear = () => db.transaction((tx) => letEditAppear(tx, comment.id));
    expect(await appear()).toEqual([`thread:${comment.threadId}`]);
    const after = await commentRow(comment.id);
    expect(after).toMatchObject({ body: link });
    expect(after.bodyHtml).toContain("<p>");
    expect(after.editedAt).toBeInstanceOf(Date);
    expect(await listComments(comment.threadId, 1)).toMatchObject([{ hasHistory: true }]);
    expect(await appear()).toEqual([]);
  });

  it("takes the place of one that waited, also of two at once", async () => {
    const { comment, edit } = await aCommentBy();
    await Promise.all(["See one.example.com", "See two.example.com"].map(edit));
    expect(await heldEditsOf({ commentId: comment.id })).toHaveLength(1);
    await edit("No link any more.");
    expect(await heldEditsOf({ commentId: comment.id })).toEqual([]);
    expect(await commentRow(comment.id)).toMatchObject({ body: "No link any more." });
  });

  it("goes when its author saves what stands there", async () => {
    const { comment, edit } = await aCommentBy();
    await edit(link);
    await edit(comment.body);
    expect(await heldEditsOf({ commentId: comment.id })).toEqual([]);
  });

  it("is one with a phrase, at any time", async () => {
    const { phrase } = await aWatchedPhrase();
    const { edit } = await aCommentBy({ createdAt: hoursAgo(1) });
    expect(await edit(`About ${phrase}.`)).toMatchObject({ held: true });
    expect(await edit("See elsewhere.example.com")).toMatchObject({ held: false });
  });

  it("is withdrawn by its author alone, or with the comment", async () => {
    const { author, comment, edit } = await aCommentBy();
    const word = aWord();
    await edit(`See elsewhere.example.com about ${word}.`);
    expect(await codeOf(withdrawEdit(actorOf(await aMember({ role: "admin" })), comment.id))).toBe("not_yours");
    await withdrawEdit(at(author), comment.id);
    expect(await wordIsIn(word)).toEqual([]);
    await edit(`See elsewhere.example.com about ${word}.`);
    const statement = await aStatement({ thread: await threadRow(comment.threadId), comment });
    const taken = { commentId: comment.id, field: "body", original: word, redacted: "" };
    await db.insert(redactions).values({ decisionId: statement.decisionId, ...taken });
    await withdrawComment(at(author), comment.id);
    expect(await wordIsIn(word)).toEqual([]);
  });
});
