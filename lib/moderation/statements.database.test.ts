import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { demoMails } from "@/db/schema";
import { actorOf } from "@/lib/testing/actors";
import { aComment, aMember, anAccount, aThread, daysAgo } from "@/lib/testing/factories";
import { aCase, aStatement } from "@/lib/testing/reports";
import { sendStatementMail } from "./jobs";
import { getStatement, listStatements, noteStatementOpened } from "./queries";
import { listOwnReports } from "./queries-report";
import { getCase } from "./queries-case";
import { listQueue } from "./queries-queue";

describe("statements", () => {
  it("are read by whom they are for, and nobody else", async () => {
    const thread = await aThread();
    const comment = await aComment({ thread });
    const statement = await aStatement({ thread, comment });
    expect(await getStatement(comment.authorId, statement.id)).toMatchObject({ words: comment.body, seen: false });
    expect(await listStatements(comment.authorId)).toHaveLength(1);
    for (const other of [thread.authorId, (await aMember({ role: "moderator" })).id]) {
      expect(await getStatement(other, statement.id)).toBeNull();
      expect(await listStatements(other)).toEqual([]);
      await noteStatementOpened(other, statement.id);
    }
    expect(await getStatement(comment.authorId, statement.id)).toMatchObject({ seen: false });
    await noteStatementOpened(comment.authorId, statement.id);
    expect(await getStatement(comment.authorId, statement.id)).toMatchObject({ seen: true });
  });
});

describe("sendStatementMail", () => {
  it("tells the author what, why and where to read more", async () => {
    const account = await anAccount();
    const author = await aMember({ accountId: account.id });
    const statement = await aStatement({ thread: await aThread({ author }) });
    await sendStatementMail({ statementId: statement.id });
    const [mail] = await db.select().from(demoMails).where(eq(demoMails.recipient, account.email));
    expect(mail?.text).toContain("It was unkind.");
    expect(mail?.text).toContain(`http://localhost:3000/me/statements/${statement.id}`);
  });

  it("does nothing when the account or the statement is gone", async () => {
    const author = await aMember({ accountId: null });
    const statement = await aStatement({ thread: await aThread({ author }) });
    const before = await db.$count(demoMails);
    await sendStatementMail({ statementId: statement.id });
    await sendStatementMail({ statementId: 987_654_321 });
    expect(await db.$count(demoMails)).toBe(before);
  });
});

describe("words that their author has withdrawn", () => {
  async function reportedAndWithdrawn() {
    const reporter = await aMember();
    const thread = await aThread({ withdrawnAt: daysAgo(1) });
    const around = await aThread();
    const comment = await aComment({ thread: around, withdrawnAt: daysAgo(1) });
    const ofThread = await aCase({ thread, reporter, dueAt: daysAgo(99) });
    const ofComment = await aCase({ thread: around, comment, reporter, dueAt: daysAgo(99) });
    return { reporter, thread, comment, ofThread, ofComment };
  }

  it("are not read out to who reported them", async () => {
    const { reporter, thread } = await reportedAndWithdrawn();
    const titles = (await listOwnReports(reporter.id)).reports.map(({ title }) => title);
    expect(titles).not.toContain(thread.title);
  });

  it("are not read out to moderators, in the queue or in the case", async () => {
    const { thread, comment, ofThread, ofComment } = await reportedAndWithdrawn();
    const moderator = actorOf(await aMember({ role: "moderator" }));
    const { rows } = await listQueue(moderator, { filter: null, after: null });
    expect(rows.find(({ id }) => id === ofThread.id)).not.toMatchObject({ title: thread.title });
    expect(rows.find(({ id }) => id === ofComment.id)).not.toMatchObject({ extract: comment.body });
    expect((await getCase(moderator, ofComment.id))?.context).toMatchObject([{ bodyHtml: "", state: "withdrawn" }]);
    expect((await getCase(moderator, ofThread.id))?.thread).not.toMatchObject({ title: thread.title });
  });
});
