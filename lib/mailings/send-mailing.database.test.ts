import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { mailings, mailSettings } from "@/db/schema";
import { actorOf } from "@/lib/testing/actors";
import { asOwner } from "@/lib/testing/as-owner";
import { aRestriction } from "@/lib/testing/decisions";
import { aBlock, aMute, type Member, type Thread } from "@/lib/testing/factories";
import { aTalk, startMailings, type Mailings } from "@/lib/testing/mailings";

let ours: Mailings;

beforeAll(async () => {
  ours = await startMailings();
}, 60_000);
afterAll(() => ours.server.stop());
beforeEach(() => ours.reset());

describe("a mail at once", () => {
  it("tells who said what, why, where, and how to get no more of these", async () => {
    const { speaker, thread } = await aTalk();
    await ours.say(speaker, thread, "A **warm** towel helped me.");
    await ours.work();
    const [mail] = ours.server.received;
    expect(ours.server.received).toHaveLength(1);
    expect(mail?.subject).toBe(`${speaker.handle} replied to you: ${thread.title}`);
    expect(mail?.text).toContain(`${speaker.handle}: A warm towel helped me.`);
    expect(mail?.text).toContain("because somebody answered you");
    expect(mail?.html).toContain("A warm towel helped me.");
    expect(mail?.headers.get("list")).toMatchObject({
      id: { name: "at-once.localhost" },
      unsubscribe: { url: expect.stringContaining("/api/unsubscribe?token=at_once.") as string },
      "unsubscribe-post": { name: "List-Unsubscribe=One-Click" },
    });
    const links = [...`${mail?.html}\n${mail?.text}`.matchAll(/https?:\/\/[^\s"<)]+/g)].map(([link]) => new URL(link));
    expect(links.length).toBeGreaterThan(5);
    for (const link of links.filter(({ hostname }) => hostname !== "www.w3.org"))
      expect(link.origin).toBe(new URL(process.env.APP_URL ?? "").origin);
  });

  it("comes once for a thread until the member was there; what is said meanwhile waits for the digest", async () => {
    const { author, speaker, thread } = await aTalk();
    await ours.say(speaker, thread, "One.");
    await ours.work();
    await ours.say(speaker, thread, "Two.");
    await ours.say(speaker, thread, "Three.");
    await ours.work();
    expect(ours.server.received).toHaveLength(1);
    await ours.noteReading({ memberId: author.id, threadId: thread.id });
    await ours.say(speaker, thread, "Four.");
    await ours.work();
    expect(ours.server.received).toHaveLength(2);
    expect(ours.server.received[1]?.text).toContain("Four.");
    expect(ours.server.received[1]?.text).not.toContain("Two.");
    await ours.say(speaker, thread, "Five.");
    await ours.work();
    await ours.digestOf(author);
    expect(ours.server.received[2]?.subject).toBe(`New for you: ${thread.title}`);
  });

  it("holds no words that are for members only, unless its reader chose so", async () => {
    const { author, speaker, thread } = await aTalk({ audience: "members" });
    await ours.say(speaker, thread, "Only for us.");
    await ours.work();
    expect(ours.subjects()).toEqual([`${speaker.handle} replied to you: ${thread.title}`]);
    expect(`${ours.server.received[0]?.text}${ours.server.received[0]?.html}`).not.toContain("Only for us");
    await db.update(mailSettings).set({ wholeText: true }).where(eq(mailSettings.memberId, author.id));
    await ours.noteReading({ memberId: author.id, threadId: thread.id });
    await ours.say(speaker, thread, "Also for us.");
    await ours.work();
    expect(ours.server.received[1]?.text).toContain("Also for us.");
  });

  type Change = (about: { author: Member; speaker: Member; thread: Thread }) => Promise<unknown>;
  it.each<[string, Change]>([
    ["was read", ({ author, thread }) => ours.noteReading({ memberId: author.id, threadId: thread.id })],
    [
      "was hidden",
      ({ thread }) => db.execute(sql`UPDATE comments SET hidden_at = now() WHERE thread_id = ${thread.id}`),
    ],
    [
      "is in a thread that was hidden",
      ({ thread }) => db.execute(sql`UPDATE threads SET hidden_at = now() WHERE id = ${thread.id}`),
    ],
    ["is by somebody who was blocked", ({ author, speaker }) => aBlock({ by: author, of: speaker })],
    ["is in a thread that was muted", ({ author, thread }) => aMute({ by: author, thread })],
    ["is for somebody who was suspended", ({ author }) => aRestriction({ member: author, kind: "suspend" })],
    [
      "is for somebody who left",
      ({ author }) => db.execute(sql`UPDATE members SET account_id = NULL WHERE id = ${author.id}`),
    ],
  ])("does not go once what it tells of %s", async (_name, change) => {
    const talk = await aTalk();
    ours.server.refuse(1);
    await ours.say(talk.speaker, talk.thread, "Here.");
    await ours.work();
    expect(ours.server.received).toHaveLength(0);
    await change(talk);
    await asOwner((tx) => tx.execute(sql`UPDATE graphile_worker._private_jobs SET run_at = now()`));
    await ours.work();
    expect(ours.server.received).toHaveLength(0);
    const [open] = await db.execute(
      sql`SELECT FROM mailings WHERE sent_at IS NULL AND dropped_at IS NULL AND member_id = ${talk.author.id}`,
    );
    expect(open).toBeUndefined();
  });

  it("waits for the end of quiet hours and of a pause, and comes then", async () => {
    const { author, speaker, thread } = await aTalk();
    await ours.pauseMails(actorOf(author), { days: 3 });
    await ours.say(speaker, thread, "Later.");
    await ours.work();
    expect(ours.server.received).toHaveLength(0);
    await ours.pauseMails(actorOf(author), { days: 0 });
    await ours.gatherMailings();
    await ours.work();
    expect(ours.server.received).toHaveLength(1);
    const hour = new Date().getUTCHours();
    await db
      .update(mailSettings)
      .set({ quietFrom: hour, quietTo: (hour + 2) % 24 })
      .where(eq(mailSettings.memberId, author.id));
    await ours.noteReading({ memberId: author.id, threadId: thread.id });
    await ours.say(speaker, thread, "At night.");
    await ours.work();
    expect(ours.server.received).toHaveLength(1);
    const [waits] = await db.execute<{ hours: number }>(sql`
      SELECT (extract(epoch FROM mail_after - now()) / 3600)::float8 AS hours FROM notifications
      WHERE member_id = ${author.id} AND mail_after IS NOT NULL`);
    expect(waits?.hours).toBeGreaterThan(1);
    expect(waits?.hours).toBeLessThanOrEqual(2);
  });
});

describe("a mail that cannot arrive", () => {
  it("is not tried for ever", async () => {
    const { author, speaker, thread } = await aTalk();
    const [account] = await db.execute<{ email: string }>(
      sql`SELECT email FROM identity.accounts WHERE id = ${author.accountId}`,
    );
    ours.server.refuseAddress(account?.email ?? "", "550 5.1.1 no such mailbox");
    await ours.say(speaker, thread, "Into nowhere.");
    await ours.work();
    const [mailing] = await db.select().from(mailings).where(eq(mailings.memberId, author.id));
    expect(mailing).toMatchObject({ sentAt: null, droppedAt: expect.any(Date) as Date });
  });
});
