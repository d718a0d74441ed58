import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { adminInvitations, cases, energies, notices, offers, rateWindows, sessions, signInTokens } from "@/db/schema";
import { purgedBy } from "@/lib/testing/announcements";
import { asOwner } from "@/lib/testing/as-owner";
import {
  aComment,
  aDraft,
  aMember,
  anAccount,
  aTechnique,
  aTestimonial,
  aThread,
  aWord,
  daysAgo,
  hoursAgo,
} from "@/lib/testing/factories";
import { aHelper } from "@/lib/testing/offers";
import { countsOf } from "@/lib/testing/own-answers";
import { listDrafts } from "@/lib/drafts/queries";
import { aCase } from "@/lib/testing/reports";
import { commentRow, threadRow } from "@/lib/testing/rows";
import { cleanUp } from "./clean-up";

describe("cleanUp", () => {
  it("takes away what is over, and leaves what is not", async () => {
    const { id: accountId } = await anAccount();
    for (const [name, expiresAt] of [
      ["over", daysAgo(0.01)],
      ["lasts", daysAgo(-1)],
    ] as const) {
      // prettier-ignore
      await db.insert(sessions).values({ tokenHash: name, accountId, expiresAt });
      const token = { tokenHash: name, email: "a@example.org", nonce: "n", name: "Ana", expiresAt };
      await db.insert(signInTokens).values(token);
      await db.insert(adminInvitations).values({ tokenHash: name, expiresAt });
      await db.insert(rateWindows).values({ key: name, used: 1, endsAt: expiresAt });
    }
    await cleanUp();
    const left = await db.execute<{ name: string }>(sql`
      SELECT token_hash AS name FROM identity.sessions UNION ALL SELECT token_hash FROM identity.sign_in_tokens
      UNION ALL SELECT token_hash FROM identity.admin_invitations UNION ALL SELECT key FROM identity.rate_windows`);
    expect(left.map(({ name }) => name)).toEqual(["lasts", "lasts", "lasts", "lasts"]);
  });

  it("erases drafts that nobody has gone on with for 180 days", async () => {
    const author = await aMember();
    await aDraft({ author, ageSeconds: 180 * 86_400 });
    const { id } = await aDraft({ author, ageSeconds: 179 * 86_400 });
    await cleanUp();
    expect(await listDrafts(author.id, "members")).toMatchObject([{ id }]);
  });

  it("erases what was withdrawn long enough ago", async () => {
    const comment = await aComment({ thread: await aThread(), body: aWord(), withdrawnAt: daysAgo(8) });
    await cleanUp();
    expect((await commentRow(comment.id)).body).toBe("");
  });

  it("has the numbers of moderation made anew, which change with time alone", async () => {
    expect(await purgedBy(cleanUp)).toContain("list:transparency");
  });

  it("erases who sent a notice 6 months after its case was closed, and nobody else", async () => {
    const senders = [
      { closedAt: daysAgo(190), childAbuse: false },
      { closedAt: daysAgo(190), childAbuse: true },
      { closedAt: daysAgo(170), childAbuse: false },
      { closedAt: null, childAbuse: false },
    ];
    const why = "It shows where somebody lives.";
    for (const { closedAt, childAbuse } of senders) {
      const { id: caseId } = await aCase({ thread: await aThread() });
      await db.update(cases).set({ closedAt }).where(eq(cases.id, caseId));
      const sender = { name: "Ana", email: "ana@example.org", childAbuse, createdAt: daysAgo(400) };
      await db.insert(notices).values({ reference: aWord(), caseId, address: "/posts/1", why, ...sender });
    }
    await cleanUp();
    const left = () => db.select().from(notices).orderBy(notices.id);
    const once = await left();
    expect(once.map(({ name, email }) => [name, email])).toEqual([
      [null, null],
      [null, null],
      ["Ana", "ana@example.org"],
      ["Ana", "ana@example.org"],
    ]);
    expect(once.map(({ erasedAt }) => erasedAt !== null)).toEqual([true, true, false, false]);
    // The words stay with the decision.
    expect(new Set(once.map((notice) => notice.why))).toEqual(new Set([why]));
    await cleanUp();
    expect(await left()).toEqual(once);
  });

  it("forgets energy when its day is over, and offers after 30 days", async () => {
    const technique = await aTechnique();
    const [over, lasts] = [await aHelper({ technique, endsAt: hoursAgo(0.1) }), await aHelper({ technique })];
    const thread = await aThread();
    await db.insert(offers).values([
      { memberId: over.id, threadId: thread.id, createdAt: daysAgo(31) },
      { memberId: lasts.id, threadId: thread.id, createdAt: daysAgo(29) },
    ]);
    await cleanUp();
    const left = async (table: typeof energies | typeof offers) =>
      (await db.select({ id: table.memberId }).from(table)).map(({ id }) => id);
    expect([await left(energies), await left(offers)]).toEqual([[lasts.id], [lasts.id]]);
  });

  it("mends a counter that is wrong and touches no other", async () => {
    const [wrong, right] = [await aThread(), await aThread()];
    for (const thread of [wrong, right]) {
      await aComment({ thread });
      await aComment({ thread, hiddenAt: daysAgo(1) });
    }
    await db.execute(sql`UPDATE threads SET comment_count = 2, last_position = 9 WHERE id = ${wrong.id}`);
    const version = async () =>
      (await db.execute<{ xmin: string }>(sql`SELECT xmin::text FROM threads WHERE id = ${right.id}`))[0]?.xmin;
    const before = await version();
    await cleanUp();
    expect(await threadRow(wrong.id)).toMatchObject({ commentCount: 1, lastPosition: 2 });
    expect(await version()).toBe(before);
  });

  it("mends counts of thanks and of testimonials", async () => {
    const told = await aTestimonial({ agreed: ["shown", "counted"] });
    await db.execute(sql`UPDATE threads SET thanks_count = 7 WHERE id = ${told.id}`);
    await asOwner((tx) => tx.execute(sql`UPDATE health.counts SET n = 40 WHERE technique_id = ${told.techniqueId}`));
    await cleanUp();
    expect((await threadRow(told.id)).thanksCount).toBe(0);
    expect((await countsOf(Number(told.techniqueId))).effect).toEqual({ "": 1, helped_a_little: 1 });
  });

  it("changes nothing the second time", async () => {
    await aComment({ thread: await aThread({ withdrawnAt: daysAgo(9) }), withdrawnAt: daysAgo(8) });
    await cleanUp();
    const snapshot = () =>
      db.execute(sql`SELECT id, xmin::text FROM threads UNION ALL SELECT id, xmin::text FROM comments`);
    const once = await snapshot();
    await cleanUp();
    expect(await snapshot()).toEqual(once);
    expect(await db.select().from(sessions).where(eq(sessions.tokenHash, "over"))).toEqual([]);
  });
});
