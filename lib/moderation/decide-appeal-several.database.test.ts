import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { restrictions } from "@/db/schema";
import { actorOf } from "@/lib/testing/actors";
import { heardDuring } from "@/lib/testing/announcements";
import { aConversation, answer, appealTo, decidedOn, stateOf, undone } from "@/lib/testing/appealed";
import { aComment, aMember, aPost, aTechnique, daysAgo, type Member } from "@/lib/testing/factories";
import { aCase, caseRow } from "@/lib/testing/reports";
import { commentRow, threadRow } from "@/lib/testing/rows";
import { heldEditsOf } from "@/lib/testing/screening";
import { autoHide } from "./auto-hide";
import { decideCase } from "./decide-case";
import { lockSubject } from "./locked-case";
import { reverseDecision } from "./reverse-decision";

describe("of several decisions, only the one is undone", () => {
  it("and the silence that came with it stays", async () => {
    const { author, thread } = await aConversation();
    const before = await stateOf(thread.id);
    const { rows } = await decidedOn({ thread }, { measure: "hide", penalty: "silence", days: 3 });
    const [hide, silence] = rows;
    await answer(await appealTo(author, hide?.statement ?? null), "upheld");
    expect(await stateOf(thread.id)).toEqual(before);
    const standing = await db.select().from(restrictions).where(eq(restrictions.memberId, author.id));
    expect(standing).toMatchObject([{ kind: "silence", liftedAt: null, decisionId: silence?.made.id }]);
  });

  it("also when an earlier one is undone before a later one", async () => {
    const { author, thread } = await aConversation();
    const before = await stateOf(thread.id);
    const hidden = await decidedOn({ thread }, { measure: "hide" });
    const removed = await decidedOn({ thread }, { measure: "remove" });
    await answer(await appealTo(author, hidden.statement), "upheld");
    expect(await threadRow(thread.id)).toMatchObject({ removedBy: removed.moderator.memberId, hiddenAt: null });
    await answer(await appealTo(author, removed.statement), "upheld");
    expect(await stateOf(thread.id)).toEqual(before);
  });

  it("and what was hidden before it was removed is hidden again", async () => {
    const { author, thread } = await aConversation();
    const hidden = await decidedOn({ thread }, { measure: "hide" });
    const between = await stateOf(thread.id);
    await undone({ thread }, author, { measure: "remove" });
    expect(await stateOf(thread.id)).toEqual(between);
    expect(between.thread).toMatchObject({ hiddenBy: hidden.moderator.memberId });
  });

  it("but what the software hid until somebody had read it", async () => {
    const { author, thread } = await aConversation();
    const before = await stateOf(thread.id);
    await hiddenBySoftware(thread);
    await undone({ thread }, author, { measure: "remove" });
    expect(await stateOf(thread.id)).toEqual(before);
  });

  it("with two passages, in either order", async () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ] as const) {
      const { author, thread } = await aConversation();
      const before = await stateOf(thread.id);
      const redact = { measure: "redact", rule: "privacy" } as const;
      const taken = [
        await decidedOn({ thread }, { ...redact, passage: "Dr Weiss" }),
        await decidedOn({ thread }, { ...redact, passage: "minute" }),
      ];
      await answer(await appealTo(author, taken[order[0]]?.statement ?? null), "upheld");
      const between = (await stateOf(thread.id)).post[0]?.body ?? "";
      expect([between.includes("Dr Weiss"), between.includes("minute")]).toEqual([order[0] === 0, order[0] === 1]);
      await answer(await appealTo(author, taken[order[1]]?.statement ?? null), "upheld");
      expect(await stateOf(thread.id)).toEqual(before);
    }
  });

  it("with two moves, in either order", async () => {
    const { author, thread } = await aConversation();
    const before = await stateOf(thread.id);
    const [one, two] = [await aTechnique(), await aTechnique()];
    const first = await decidedOn({ thread }, { measure: "move", technique: one.slug });
    const second = await decidedOn({ thread }, { measure: "move", technique: two.slug });
    await answer(await appealTo(author, first.statement), "upheld");
    expect(await threadRow(thread.id)).toMatchObject({ techniqueId: two.id });
    await answer(await appealTo(author, second.statement), "upheld");
    expect(await stateOf(thread.id)).toEqual(before);
  });
});

/** As after three reports. */
async function hiddenBySoftware(thread: { id: number; authorId: number }): Promise<void> {
  const opened = await aCase({ thread, reporter: await aMember({ joinedAt: daysAgo(90) }) });
  for (let n = 0; n < 2; n += 1)
    await db.execute(
      sql`INSERT INTO reports (case_id, reporter_id, reason) VALUES (${opened.id}, ${(await aMember()).id}, 'other')`,
    );
  await db.transaction((tx) => autoHide(tx, opened.id, true));
  await db.execute(sql`UPDATE cases SET closed_at = now() WHERE id = ${opened.id}`);
  expect(await threadRow(thread.id)).toMatchObject({ visible: false, hiddenBy: null });
}

describe("what waited", () => {
  const held = async (author: Member) => aPost({ author, heldAt: daysAgo(2), publishedAt: daysAgo(2) });

  it("appears when its removal is taken back, as something new", async () => {
    const author = await aMember();
    const thread = await held(author);
    await undone({ thread }, author, { measure: "remove" });
    const shown = await threadRow(thread.id);
    expect(shown).toMatchObject({ visible: true, heldAt: null, removedAt: null });
    expect(Date.now() - shown.publishedAt.getTime()).toBeLessThan(60_000);
  });

  it("is told to open pages when it is a comment, and counted", async () => {
    const [author, thread] = [await aMember(), await aPost()];
    const comment = await aComment({ thread, author, heldAt: daysAgo(2) });
    const { statement } = await decidedOn({ thread, comment }, { measure: "remove" });
    const appeal = await appealTo(author, statement);
    const { comments } = await heardDuring(() => answer(appeal, "upheld"));
    expect(comments).toEqual([{ thread: thread.id, position: comment.position }]);
    expect(await threadRow(thread.id)).toMatchObject({ commentCount: 1 });
    expect(await commentRow(comment.id)).toMatchObject({ visible: true });
  });

  it("waits again when the removal is only undone", async () => {
    const thread = await held(await aMember());
    const before = await stateOf(thread.id);
    const { caseId, made } = await decidedOn({ thread }, { measure: "remove" });
    await db.transaction(async (tx) => {
      const found = await lockSubject(tx, caseId);
      if (found) await reverseDecision(tx, found, made);
    });
    expect(await stateOf(thread.id)).toEqual(before);
    expect(before.thread?.visible).toBe(false);
  });
});

describe("an edit that was refused", () => {
  async function withEdit() {
    const { author, thread } = await aConversation();
    await db.execute(sql`
      INSERT INTO held_edits (thread_id, kind, audience, title, body, created_at)
      VALUES (${thread.id}, 'advice', 'public', 'A better title', 'A better text, with "quotes".', now() - interval '1 hour')`);
    return { author, thread };
  }

  it("takes effect when the refusal is taken back", async () => {
    const { author, thread } = await withEdit();
    const { statement } = await decidedOn({ thread }, { measure: "refuse_edit" });
    expect(await heldEditsOf({ threadId: thread.id })).toEqual([]);
    await answer(await appealTo(author, statement), "upheld");
    const after = await stateOf(thread.id);
    expect(after.post).toMatchObject([{ body: 'A better text, with "quotes".' }]);
    expect(after.thread).toMatchObject({ title: "A better title", kind: "advice" });
    expect(after.edits).toEqual([]);
  });

  it("waits again when the refusal is only undone", async () => {
    const { thread } = await withEdit();
    const before = await stateOf(thread.id);
    const { caseId, made } = await decidedOn({ thread }, { measure: "refuse_edit" });
    await db.transaction(async (tx) => {
      const found = await lockSubject(tx, caseId);
      if (found) await reverseDecision(tx, found, made);
    });
    expect(await stateOf(thread.id)).toEqual(before);
    expect(before.edits).toHaveLength(1);
  });

  it("is looked at anew where everything was removed with it", async () => {
    const { author, thread } = await withEdit();
    const { statement, caseId } = await decidedOn({ thread }, { measure: "remove" });
    await answer(await appealTo(author, statement), "upheld");
    expect(await caseRow(caseId)).toMatchObject({ closedAt: null });
    expect(await threadRow(thread.id)).toMatchObject({ visible: true });
  });
});

it("what its author has withdrawn since stays withdrawn", async () => {
  const { author, thread } = await aConversation();
  const { statement } = await decidedOn({ thread }, { measure: "hide" });
  await db.execute(sql`UPDATE threads SET withdrawn_at = now() WHERE id = ${thread.id}`);
  await answer(await appealTo(author, statement), "upheld");
  expect(await threadRow(thread.id)).toMatchObject({ visible: false, hiddenAt: null });
});

it("whoever has the case open is told that it has changed", async () => {
  const { author, thread } = await aConversation();
  const { statement, caseId } = await decidedOn({ thread }, { measure: "hide" });
  const seen = await caseRow(caseId);
  await answer(await appealTo(author, statement), "upheld");
  const moderator = actorOf(await aMember({ role: "moderator" }));
  const again = { case: caseId, measure: "remove", rule: "kindness", reason: "It is unkind to the person." } as const;
  await expect(decideCase(moderator, { ...again, version: seen.version })).rejects.toMatchObject({
    code: "case_changed",
    facts: {},
  });
});
