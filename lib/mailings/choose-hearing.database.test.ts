import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { actorOf } from "@/lib/testing/actors";
import { aTechnique, aThread } from "@/lib/testing/factories";
import { aReachable, aTalk, startMailings, type Mailings } from "@/lib/testing/mailings";

let ours: Mailings;

beforeAll(async () => {
  ours = await startMailings();
}, 60_000);
afterAll(() => ours.server.stop());
beforeEach(() => ours.reset());

describe("choices", () => {
  const all = (mail: "at_once" | "digest" | "never") => {
    const each = { onSite: true, mail };
    return { reply: each, mention: each, comment: each, thread: each, thanks: each, quoted: each };
  };

  it("never: nothing comes, also not later", async () => {
    const { author, speaker, thread } = await aTalk();
    await ours.chooseHearing(actorOf(author), all("never"));
    await ours.say(speaker, thread, "Nothing of it.");
    await ours.work();
    await ours.digestOf(author);
    await ours.chooseHearing(actorOf(author), all("at_once"));
    await ours.gatherMailings();
    await ours.work();
    await ours.digestOf(author);
    expect(ours.server.received).toHaveLength(0);
  });

  it.each(["at_once", "digest"] as const)(
    "that change from %s while a mail waits lose nothing and repeat nothing",
    async (before) => {
      const { author, speaker, thread } = await aTalk();
      const after = before === "at_once" ? "digest" : "at_once";
      await ours.chooseHearing(actorOf(author), all(before));
      await ours.pauseMails(actorOf(author), { days: 1 });
      await ours.say(speaker, thread, "In between.");
      await ours.work();
      await ours.chooseHearing(actorOf(author), all(after));
      await ours.pauseMails(actorOf(author), { days: 0 });
      await ours.gatherMailings();
      await ours.work();
      expect(ours.server.received).toHaveLength(0);
      await ours.digestOf(author);
      await ours.digestOf(author);
      expect(ours.subjects()).toEqual([`New for you: ${thread.title}`]);
    },
  );
});

describe("leaving", () => {
  it("mails at once, with the link in one, without a session: the rest waits for the digest, and that can be left, too", async () => {
    const { author, speaker, thread } = await aTalk();
    await ours.say(speaker, thread, "One.");
    await ours.work();
    const tokenOf = (at: number) => /token=([\w.-]+)/.exec(String(ours.server.received[at]?.text))?.[1] ?? "";
    expect(await ours.leaveMails(tokenOf(0))).toBe("at_once");
    await ours.leaveMails(tokenOf(0));
    await ours.noteReading({ memberId: author.id, threadId: thread.id });
    await ours.say(speaker, thread, "Two.");
    await ours.work();
    expect(ours.server.received).toHaveLength(1);
    await ours.digestOf(author);
    expect(ours.server.received).toHaveLength(2);
    expect(await ours.leaveMails(tokenOf(1))).toBe("digest");
    await ours.say(speaker, thread, "Three.");
    await ours.work();
    await ours.writeDigests();
    await ours.work();
    expect(ours.server.received).toHaveLength(2);
    expect((await ours.getMailSettings(author.id)).digestDueAt).toBeNull();
  });

  it("with a link that somebody made up: is refused", async () => {
    await expect(ours.leaveMails("digest.1.AAAA")).rejects.toThrow("link_broken");
  });
});

describe("somebody who stays away", () => {
  it("gets one last digest, which says so, and the next when they are back", async () => {
    const member = await aReachable();
    const technique = await aTechnique();
    await ours.follow(actorOf(member), { kind: "technique", id: technique.id });
    await db.execute(
      sql`UPDATE identity.accounts SET seen_at = now() - interval '61 days' WHERE id = ${member.accountId}`,
    );
    const thread = await aThread({ technique, author: await aReachable() });
    await ours.digestOf(member);
    expect(ours.subjects()).toEqual([`New for you: ${thread.title}`]);
    expect(ours.server.received[0]?.text).toContain("You have not been here for 60 days, so this is the last one.");
    await aThread({ technique, author: await aReachable() });
    await ours.writeDigests();
    await ours.work();
    expect(ours.server.received).toHaveLength(1);
    expect((await ours.getMailSettings(member.id)).digestDueAt).toBeNull();
    await db.execute(sql`
      INSERT INTO identity.sessions (token_hash, account_id, expires_at) VALUES (${`back-${member.id}`}, ${member.accountId}, now() + interval '1 day')`);
    expect((await ours.getMailSettings(member.id)).digestDueAt).toBeInstanceOf(Date);
    await ours.digestOf(member);
    expect(ours.server.received).toHaveLength(2);
    expect(ours.server.received[1]?.text).not.toContain("the last one");
  });
});
