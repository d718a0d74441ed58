import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { appeals, cases, statements } from "@/db/schema";
import { actorOf } from "@/lib/testing/actors";
import { aComment, aMember, aThread, daysAgo, type Member } from "@/lib/testing/factories";
import { aPersona, toldAsPersona } from "@/lib/testing/personas";
import { aCase } from "@/lib/testing/reports";
import { decideCase, type NewDecision } from "./decide-case";
import { noteMember } from "./note-member";
import { getCase } from "./queries-case";
import { getMemberRecord } from "./queries-member";
import { getAuthorStanding } from "./queries-author";

const aModerator = async () => actorOf(await aMember({ role: "moderator" }));
const recordOf = async ({ handle }: Member) => getMemberRecord(await aModerator(), handle);

async function decided(about: Parameters<typeof aCase>[0], given: Partial<NewDecision>) {
  const opened = await aCase(about);
  const base = { measure: "keep", rule: "kindness", reason: "It is unkind to the person." } as const;
  await decideCase(await aModerator(), { case: opened.id, version: opened.version, ...base, ...given });
  return opened.id;
}

describe("the standing of an author", () => {
  it("holds what they were told, what is in force and what was noted", async () => {
    const [author, moderator] = [await aMember(), await aModerator()];
    const warned = await decided({ thread: await aThread({ author }) }, { penalty: "warn" });
    const silenced = await decided({ thread: await aThread({ author }) }, { penalty: "silence", days: 3 });
    await noteMember(moderator, { member: author.id, note: "Was kind about it." });
    const { id } = await aCase({ thread: await aThread({ author }) });
    const view = await getCase(await aModerator(), id);
    expect(view?.author).toMatchObject({
      ...{ handle: author.handle, persona: false, gone: false, threads: 3, decisions: 2, penalties: 2 },
      statements: [
        { kind: "silence", caseId: silenced, overturned: false, appeal: null },
        { kind: "warn", caseId: warned },
      ],
      inForce: [{ kind: "silence", caseId: silenced, inForce: true }],
      notes: [{ by: moderator.handle, body: "Was kind about it." }],
    });
    expect(view?.suggested).toEqual({ penalty: "silence", days: "1" });
  });

  it("says what became of an objection", async () => {
    const thread = await aThread();
    await decided({ thread }, { measure: "hide" });
    const [told] = await db.select().from(statements).where(eq(statements.memberId, thread.authorId));
    if (!told) throw new Error("nothing was told");
    const { id: statementId, decisionId } = told;
    const asked = { memberId: thread.authorId, body: "I meant it as a joke between us.", dueAt: daysAgo(-7) };
    await db.insert(appeals).values({ statementId, decisionId, ...asked });
    expect((await getAuthorStanding(thread.authorId))?.statements).toMatchObject([{ appeal: "waiting" }]);
    const { memberId: decidedBy } = await aModerator();
    const answer = "We read it again, and you are right.";
    await db.update(appeals).set({ decidedBy, decidedAt: sql`now()`, outcome: "upheld", answer });
    expect((await getAuthorStanding(thread.authorId))?.statements).toMatchObject([{ appeal: "upheld" }]);
  });
});

describe("getMemberRecord", () => {
  it("holds past restrictions and the cases, and says which restrictions still count", async () => {
    const author = await aMember();
    const first = await decided({ thread: await aThread({ author }) }, { penalty: "silence", days: 1 });
    await decided({ thread: await aThread({ author }) }, { penalty: "lift_silence" });
    const second = await decided({ thread: await aThread({ author }) }, { penalty: "suspend", days: 30 });
    const record = await recordOf(author);
    expect(record?.restrictions).toMatchObject([
      { kind: "suspend", caseId: second, inForce: true },
      { kind: "silence", caseId: first, inForce: false, liftedAt: expect.any(Date) },
    ]);
    expect(record?.inForce).toHaveLength(1);
    expect(record?.cases).toHaveLength(3);
    expect(record?.statements).toHaveLength(3);
  });

  it("counts how often something was done about what they reported", async () => {
    const reporter = await aMember();
    const right = await decided({ thread: await aThread(), reporter }, { measure: "hide" });
    const wrong = await decided({ thread: await aThread(), reporter }, { measure: "keep", rule: "none" });
    const { id: open } = await aCase({ thread: await aThread(), reporter });
    const record = await recordOf(reporter);
    expect(record?.reports).toMatchObject({ decided: 2, right: 1 });
    const newest = Object.fromEntries(record?.reports.newest.map((each) => [each.caseId, each.right]) ?? []);
    expect(newest).toEqual({ [right]: true, [wrong]: false, [open]: null });
  });

  it("lists what they wrote last, without what they took back and what is hard to read", async () => {
    const author = await aMember();
    const shown = await aThread({ author, publishedAt: daysAgo(4) });
    const hidden = await aThread({ author, publishedAt: daysAgo(3), hiddenAt: daysAgo(1) });
    const withdrawn = await aThread({ author, publishedAt: daysAgo(2), withdrawnAt: daysAgo(1) });
    const hard = await aThread({ author, publishedAt: daysAgo(1) });
    await decided({ thread: hard, reason: "worried_about_person" }, { rule: "none" });
    await db.update(cases).set({ distressing: true }).where(eq(cases.threadId, hard.id));
    const around = await aThread();
    await aComment({ thread: around, author });
    const record = await recordOf(author);
    expect(record?.contributions.map(({ title, state, position }) => [title, state, position])).toEqual([
      [around.title, "shown", 1],
      ["", "shown", null],
      ["Withdrawn by its author", "withdrawn", null],
      [hidden.title, "hidden", null],
      [shown.title, "shown", null],
    ]);
    for (const { title } of [withdrawn, hard]) expect(JSON.stringify(record)).not.toContain(title);
  });

  it("offers what the viewer may do: the role to other admins alone, and nothing about oneself", async () => {
    const [member, moderator, admin] = [
      await aMember(),
      await aMember({ role: "moderator" }),
      await aMember({ role: "admin" }),
    ];
    const offered = async (who: Member, about: Member) =>
      (await getMemberRecord(actorOf(who), about.handle))?.viewerCan;
    expect(await offered(moderator, member)).toEqual({ note: true, openCase: true, changeRole: false });
    expect(await offered(admin, member)).toEqual({ note: true, openCase: true, changeRole: true });
    expect(await offered(admin, admin)).toEqual({ note: false, openCase: false, changeRole: false });
    const gone = await aMember({ accountId: null });
    expect(await offered(admin, gone)).toMatchObject({ changeRole: false });
  });

  it("knows no persona, and nothing of one in the record of the person", async () => {
    const person = await aMember();
    const { thread, persona } = await toldAsPersona({ by: person });
    await decided({ thread }, { measure: "hide" });
    expect(await recordOf(persona)).toBeNull();
    expect(await recordOf(await aPersona({ of: person }))).toBeNull();
    const record = await recordOf(person);
    expect(record).toMatchObject({ threads: 0, decisions: 0, statements: [], cases: [], contributions: [] });
    expect(JSON.stringify(record)).not.toContain(persona.handle);
  });
});
