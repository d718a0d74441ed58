import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { cases, memberNotes, reports } from "@/db/schema";
import { actorOf } from "@/lib/testing/actors";
import { aDecision, anAppeal, aRestriction } from "@/lib/testing/decisions";
import { aMember, aTechnique, aThread, hoursAgo, type Member } from "@/lib/testing/factories";
import { aCase, aStatement } from "@/lib/testing/reports";
import { threadRow } from "@/lib/testing/rows";
import { aTold } from "@/lib/testing/told";
import { tellWhatHelped } from "@/lib/testimonials/tell-what-helped";
import { getStanding } from "./queries-standing";

const nothing = {
  restrictions: [],
  statements: [],
  appeals: [],
  reports: { all: 0, waiting: 0, acted: 0, kept: 0 },
};

async function decided(reporter: Member, kind: "keep" | "hide"): Promise<void> {
  const thread = await aThread();
  const { caseId } = await aDecision({ thread, kind });
  await db.insert(reports).values({ caseId, reporterId: reporter.id, reason: "other" });
}

describe("a member's record", () => {
  it("is empty for nearly everybody, and full for nobody else", async () => {
    const [member, other] = [await aMember(), await aMember()];
    await aRestriction({ member: other });
    await anAppeal({ decision: await aDecision({ author: other }) });
    await aCase({ thread: await aThread(), reporter: other });
    expect(await getStanding(member.id)).toEqual(nothing);
  });

  it("tells restrictions in force from those that ended or were lifted, with their statements", async () => {
    const member = await aMember();
    const ended = await aRestriction({ member, startsAt: hoursAgo(50), endsAt: hoursAgo(26) });
    const lifted = await aRestriction({ member, kind: "ban", startsAt: hoursAgo(20), liftedAt: hoursAgo(10) });
    const running = await aRestriction({ member, kind: "suspend", startsAt: hoursAgo(1) });
    const { restrictions, statements } = await getStanding(member.id);
    expect(restrictions.map(({ id, kind, inForce }) => [id, kind, inForce])).toEqual([
      [running.id, "suspend", true],
      [lifted.id, "ban", false],
      [ended.id, "silence", false],
    ]);
    expect(restrictions.map(({ statementId }) => statementId)).toEqual(
      [running, lifted, ended].map(({ decision }) => decision.statementId),
    );
    expect(statements).toHaveLength(3);
  });

  it("shows a restriction for spam, which has no statement", async () => {
    const member = await aMember();
    const decision = await aDecision({ author: member, kind: "ban", rule: "spam" });
    expect(decision.statementId).toBeNull();
    const { id } = await aRestriction({ member, kind: "ban", decision });
    expect((await getStanding(member.id)).restrictions).toMatchObject([
      { id, kind: "ban", inForce: true, statementId: null },
    ]);
  });

  it("lists statements, the newest first, and which of them were taken back", async () => {
    const author = await aMember();
    await aDecision({ author, kind: "warn", createdAt: hoursAgo(3), overturnedAt: hoursAgo(2) });
    await aDecision({ author, kind: "lift", lifts: "silence", rule: "none", createdAt: hoursAgo(1) });
    await aDecision({ author, kind: "keep" });
    expect((await getStanding(author.id)).statements).toMatchObject([
      { kind: "lift", lifts: "silence", overturned: false },
      { kind: "warn", lifts: null, overturned: true },
    ]);
  });

  it("lists appeals, as an author and as a reporter", async () => {
    const member = await aMember();
    const own = await aDecision({ author: member });
    const elsewhere = await aDecision({ kind: "keep" });
    const refused = await anAppeal({ decision: own, outcome: "refused", createdAt: hoursAgo(5) });
    const waiting = await anAppeal({ decision: elsewhere, reporter: member });
    expect((await getStanding(member.id)).appeals).toMatchObject([
      { id: waiting.id, outcome: null, decidedAt: null, statementId: null },
      { id: refused.id, outcome: "refused", statementId: own.statementId },
    ]);
  });

  it("counts reports by what came of them; what the software hid for now still waits", async () => {
    const reporter = await aMember();
    await decided(reporter, "hide");
    await decided(reporter, "keep");
    await decided(reporter, "keep");
    await aCase({ thread: await aThread(), reporter });
    const hidden = await aCase({ thread: await aThread(), reporter });
    await aDecision({ caseId: hidden.id, moderatorId: null, kind: "hide" });
    expect((await getStanding(reporter.id)).reports).toEqual({ all: 5, waiting: 2, acted: 1, kept: 2 });
    await db.update(cases).set({ closedAt: new Date() }).where(eq(cases.id, hidden.id));
    expect((await getStanding(reporter.id)).reports).toMatchObject({ waiting: 1, acted: 2 });
  });

  it("holds nothing of what moderators note", async () => {
    const [member, moderator] = [await aMember(), await aMember({ role: "moderator" })];
    await db.insert(memberNotes).values({ memberId: member.id, authorId: moderator.id, body: "Seems to be tired." });
    expect(await getStanding(member.id)).toEqual(nothing);
  });

  it("holds what was decided under a name made for one testimonial, for its author and nobody else", async () => {
    const [member, other] = [await aMember(), await aMember()];
    const { slug: technique } = await aTechnique();
    const told = await tellWhatHelped(actorOf(member), aTold({ technique, naming: "once" }));
    await tellWhatHelped(actorOf(other), aTold({ technique, naming: "once" }));
    const thread = await threadRow(told.id);
    expect(thread.authorId).not.toBe(member.id);
    const statement = await aStatement({ thread });
    expect((await getStanding(member.id)).statements).toMatchObject([{ id: statement.id, kind: "hide" }]);
    expect(await getStanding(other.id)).toEqual(nothing);
  });
});
