import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { db } from "@/db/client";
import { asOwner } from "@/lib/testing/as-owner";
import { aMember, anAccount, aTechnique, aThread, type Member } from "@/lib/testing/factories";
import { startMailServer, workOff, type MailServer } from "@/lib/testing/mail-server";
import { aTold } from "@/lib/testing/told";

let server: MailServer;
let ours: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  server = await startMailServer();
  ours = await load();
}, 60_000);

async function load() {
  const [appealed, { actorOf }, { submitAppeal }, { sendAppealAnswer }, { tellWhatHelped }, { taskList }] =
    await Promise.all([
      import("@/lib/testing/appealed"),
      import("@/lib/testing/actors"),
      import("@/lib/moderation/submit-appeal"),
      import("@/lib/moderation/jobs"),
      import("@/lib/testimonials/tell-what-helped"),
      import("./registry"),
    ]);
  return { ...appealed, actorOf, submitAppeal, sendAppealAnswer, tellWhatHelped, taskList };
}

afterAll(() => server.stop());
beforeEach(async () => {
  server.received.length = 0;
});

const said = "We looked at it again, and say so.";

async function somebody() {
  const account = await anAccount({ name: "Ana “Nan” Öz" });
  return { account, member: await aMember({ accountId: account.id }) };
}

/** Works the queue off, once. @returns what came about appeals; statements come, too */
async function work() {
  await workOff(ours.taskList);
  return server.received.filter(({ messageId }) => messageId?.startsWith("<appeal-"));
}

it.each([
  ["upheld", "The decision was taken back"],
  ["refused", "The decision stands"],
] as const)("an author is told that it was %s, in the words of who answered", async (outcome, subject) => {
  const { account, member } = await somebody();
  const thread = await aThread({ author: member });
  const { statement, moderator } = await ours.decidedOn({ thread });
  const appeal = await ours.appealTo(member, statement);
  const answering = await ours.answer(appeal, outcome);
  const [mail] = await work();
  expect(mail?.subject).toBe(subject);
  expect(mail?.to).toMatchObject({ value: [{ address: account.email, name: account.name }] });
  expect(mail?.headers.get("auto-submitted")).toBe("auto-generated");
  for (const text of [mail?.text, String(mail?.html)]) {
    expect(text).toContain(said);
    expect(text).toContain(`http://localhost:3000/me/statements/${statement?.id}`);
    for (const secret of [thread.title, ours.objection, moderator.handle, answering.handle])
      expect(text).not.toContain(secret);
  }
  expect(mail?.text).not.toMatch(/[<>]|&[a-z]+;/);
  expect(mail?.html).not.toMatch(/<(img|script|link|iframe|form)\b|https?:\/\/(?!localhost:3000)(?!www\.w3\.org)/);
  expect(mail?.messageId).toBe(`<appeal-${appeal}@localhost>`);
});

it("a reporter is told, and learns nothing of whom it is about", async () => {
  const { account, member } = await somebody();
  const thread = await aThread();
  const { caseId } = await ours.decidedOn({ thread, reporter: member }, { measure: "keep", rule: "none" });
  const [report] = await db.execute<{ id: number }>(sql`SELECT id::int FROM reports WHERE case_id = ${caseId}`);
  const { id } = await ours.submitAppeal(ours.actorOf(member), { report: report?.id ?? 0 }, ours.objection);
  await ours.answer(id, "upheld");
  const [mail] = await work();
  expect(mail?.subject).toBe("What you reported is looked at again");
  expect(mail?.to).toMatchObject({ value: [{ address: account.email }] });
  expect(mail?.text).toContain(`http://localhost:3000/me/reports/${report?.id}/appeal`);
  const [author] = await db.execute<{ handle: string }>(sql`SELECT handle FROM members WHERE id = ${thread.authorId}`);
  for (const secret of [author?.handle ?? "", thread.title]) expect(mail?.text).not.toContain(secret);
});

it("whoever told under a name made for it gets the answer, through the envelope", async () => {
  const { account, member } = await somebody();
  const technique = await aTechnique();
  const told = await ours.tellWhatHelped(ours.actorOf(member), aTold({ technique: technique.slug, naming: "once" }));
  const [row] = await db.execute<{ author: number }>(
    sql`SELECT author_id::int AS author FROM threads WHERE id = ${told.id}`,
  );
  const { statement } = await ours.decidedOn({ thread: { id: told.id, authorId: row?.author ?? 0 } });
  await ours.answer(await ours.appealTo(member, statement), "upheld");
  const [mail] = await work();
  expect(mail?.to).toMatchObject({ value: [{ address: account.email }] });
  expect(mail?.text).toContain(said);
});

it("nothing is sent before there is an answer, nor to an account that is gone", async () => {
  const member: Member = await aMember();
  const { statement } = await ours.decidedOn({ thread: await aThread({ author: member }) });
  const appeal = await ours.appealTo(member, statement);
  await ours.sendAppealAnswer({ appealId: appeal });
  await ours.sendAppealAnswer({ appealId: 987_654_321 });
  await ours.answer(appeal, "refused");
  await asOwner((tx) => tx.execute(sql`UPDATE members SET account_id = NULL WHERE id = ${member.id}`));
  await ours.sendAppealAnswer({ appealId: appeal });
  expect(server.received).toEqual([]);
});
