import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { findReader } from "@/lib/follows/find-reader";
import { actorOf } from "@/lib/testing/actors";
import { aConversation, aModerator, answer, appealTo, decidedOn, objection } from "@/lib/testing/appealed";
import { aComment, aMember, aThread, daysAgo, type Member } from "@/lib/testing/factories";
import { codeOf } from "@/lib/testing/refusals";
import { aCase } from "@/lib/testing/reports";
import { signedIn } from "@/lib/testing/signed-in";
import { autoHide } from "./auto-hide";
import { decideAppeal } from "./decide-appeal";
import { getStatement, listStatements } from "./queries";
import { getAppeal, listAppeals } from "./queries-appeal";
import { getObjection, listObjections, noteAnswerOpened } from "./queries-objection";
import { listOwnReports } from "./queries-report";
import { submitAppeal } from "./submit-appeal";

const unreadOf = async ({ accountId }: Member) =>
  (await findReader((await signedIn(accountId)).token, null))?.state.unread;

async function appealed(given: Parameters<typeof decidedOn>[1] = {}) {
  const { author, thread } = await aConversation();
  const decided = await decidedOn({ thread }, given);
  return { author, thread, ...decided, appeal: await appealTo(author, decided.statement) };
}

describe("an answer", () => {
  it("counts as unread until whoever objected has opened it, and nobody else", async () => {
    const { author, statement, appeal } = await appealed();
    await db.execute(sql`UPDATE statements SET seen_at = now() WHERE id = ${statement?.id}`);
    expect(await unreadOf(author)).toBe(0);
    await noteAnswerOpened(author.id, appeal);
    await answer(appeal, "refused");
    expect(await unreadOf(author)).toBe(1);
    expect(await listObjections(author.id)).toEqual(new Map([[statement?.id, "new"]]));
    await noteAnswerOpened((await aMember()).id, appeal);
    expect(await unreadOf(author)).toBe(1);
    await noteAnswerOpened(author.id, appeal);
    expect(await unreadOf(author)).toBe(0);
    expect(await listObjections(author.id)).toEqual(new Map([[statement?.id, "refused"]]));
    expect(await getObjection(author.id, { statement: statement?.id ?? 0 })).toMatchObject({
      appeal: { outcome: "refused", body: objection },
    });
  });
});

describe("the list of appeals", () => {
  it("has what is due first at the top, pages without losing one, and drops what is answered", async () => {
    const ids: number[] = [];
    for (let n = 0; n < 28; n += 1) {
      const author = await aMember();
      const { statement } = await decidedOn({ thread: await aThread({ author }) });
      const appeal = await appealTo(author, statement);
      // Every third is due at the same moment, so that the id has to decide.
      const due = daysAgo(n % 3 ? n : 5).toISOString();
      await db.execute(sql`UPDATE appeals SET due_at = ${due}::timestamptz WHERE id = ${appeal}`);
      ids.push(appeal);
    }
    const all = async () => {
      const first = await listAppeals(await aModerator(), null);
      expect(first.rows).toHaveLength(25);
      const second = await listAppeals(await aModerator(), first.more);
      return [...first.rows, ...second.rows];
    };
    const rows = await all();
    const dues = rows.map(({ dueAt }) => dueAt.getTime());
    expect(dues).toEqual(dues.toSorted((a, b) => a - b));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    for (const id of ids) expect(rows.filter((row) => row.id === id)).toMatchObject([{ overdue: true }]);
    await answer(ids[0] ?? 0, "refused");
    expect((await all()).some(({ id }) => id === ids[0])).toBe(false);
  });

  it("says that one may answer exactly where one may", async () => {
    const author = await aMember({ role: "moderator" });
    const reporter = await aMember({ role: "admin" });
    const thread = await aThread({ author });
    const comment = await aComment({ thread, author });
    const decided = await decidedOn({ thread, reporter });
    const ofComment = await decidedOn({ thread, comment }, { measure: "remove" }, actorOf(reporter));
    const appeals = [await appealTo(author, decided.statement), await appealTo(author, ofComment.statement)];
    // Due before all others, and so on the first page.
    for (const id of appeals)
      await db.execute(sql`UPDATE appeals SET due_at = now() - interval '9 years' WHERE id = ${id}`);
    for (const actor of [decided.moderator, actorOf(author), actorOf(reporter), await aModerator()]) {
      const { rows } = await listAppeals(actor, null);
      for (const id of appeals) {
        const listed = rows.find((row) => row.id === id)?.mayAnswer;
        expect(listed).toBe((await getAppeal(actor, id))?.refusal === null);
        const given = { appeal: id, version: 1, outcome: "refused", answer: "It stands as it is." } as const;
        if (!listed) expect(await codeOf(decideAppeal(actor, given))).toMatch(/own/);
      }
    }
    for (const id of appeals) {
      const actor = await aModerator();
      expect((await listAppeals(actor, null)).rows.find((row) => row.id === id)?.mayAnswer).toBe(true);
      await answer(id, "refused", actor);
    }
  });
});

describe("an appeal's page", () => {
  it("shows what was taken out", async () => {
    const { appeal } = await appealed({ measure: "redact", passage: "Dr Weiss", rule: "privacy" });
    const moderator = await aModerator();
    const view = await getAppeal(moderator, appeal);
    expect(view?.taken.map(({ field }) => field)).toEqual(["title", "body"]);
    expect(view?.taken[1]?.original).toContain("Dr Weiss pressed");
  });

  it("shows the words of an edit that was refused", async () => {
    const { author, thread } = await aConversation();
    await db.execute(sql`
      INSERT INTO held_edits (thread_id, kind, audience, title, body) VALUES (${thread.id}, 'advice', 'public', 'A title', 'A text.')`);
    const { statement } = await decidedOn({ thread }, { measure: "refuse_edit" });
    const view = await getAppeal(await aModerator(), await appealTo(author, statement));
    expect(view?.taken).toEqual([{ field: "held_edit", original: "A title\n\nA text." }]);
  });

  it("shows the same decision in other cases that came up for the same reason", async () => {
    const [one, two] = [await appealed(), await appealed()];
    const view = await getAppeal(await aModerator(), two.appeal);
    expect(view?.alike.map(({ caseId }) => caseId)).toContain(one.caseId);
    expect(view?.alike.map(({ caseId }) => caseId)).not.toContain(two.caseId);
  });

  it("is not there for a number that means nothing", async () => {
    expect(await getAppeal(await aModerator(), 987_654_321)).toBeNull();
  });
});

it("a thread's title is not read out in statements after its author took it back", async () => {
  const thread = await aThread();
  const comment = await aComment({ thread });
  const { statement } = await decidedOn({ thread, comment });
  await db.execute(sql`UPDATE threads SET withdrawn_at = now() WHERE id = ${thread.id}`);
  const told = [await getStatement(comment.authorId, statement?.id ?? 0), ...(await listStatements(comment.authorId))];
  for (const each of told) expect(each?.thread?.title).toBe("Withdrawn by its author");
});

it("reports do not hide by themselves what an appeal has given back", async () => {
  const { author, thread } = await aConversation();
  const { statement } = await decidedOn({ thread }, { measure: "remove" });
  await answer(await appealTo(author, statement), "upheld");
  const again = await aCase({ thread, reporter: await aMember({ joinedAt: daysAgo(90) }) });
  for (let n = 0; n < 3; n += 1)
    await db.execute(
      sql`INSERT INTO reports (case_id, reporter_id, reason) VALUES (${again.id}, ${(await aMember()).id}, 'other')`,
    );
  await db.transaction((tx) => autoHide(tx, again.id, true));
  const [row] = await db.execute<{ visible: boolean }>(sql`SELECT visible FROM threads WHERE id = ${thread.id}`);
  expect(row?.visible).toBe(true);
});

it("whoever reported can object to what they reported, and to nothing else of their list", async () => {
  const reporter = await aMember();
  await decidedOn({ thread: await aThread(), reporter }, { measure: "keep", rule: "none" });
  await decidedOn({ thread: await aThread(), reporter });
  const { reports } = await listOwnReports(reporter.id);
  expect(reports.map(({ objectUntil }) => objectUntil !== null)).toEqual([false, true]);
  for (const { id, objectUntil } of reports) {
    const attempt = submitAppeal(actorOf(reporter), { report: id }, objection);
    if (objectUntil) await attempt;
    else expect(await codeOf(attempt)).toBe("not_found");
  }
});
