import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { reactions, restrictions } from "@/db/schema";
import { actorOf } from "@/lib/testing/actors";
import { purgedBy } from "@/lib/testing/announcements";
import { aBlock, aComment, aMember, aThread, daysAgo } from "@/lib/testing/factories";
import { codeOf } from "@/lib/testing/refusals";
import { aStatement } from "@/lib/testing/reports";
import { countReactions } from "./queries";
import { react } from "./react";

const reactionsOf = (threadId: number) => db.select().from(reactions).where(eq(reactions.threadId, threadId));

describe("react", () => {
  it("reacts to a thread and to a comment, and tells the thread's page only", async () => {
    const actor = actorOf(await aMember());
    const thread = await aThread();
    await aComment({ thread });
    const tags = await purgedBy(async () => {
      expect(await react(actor, { threadId: thread.id, position: 0, kind: "hug" })).toBe("on");
      expect(await react(actor, { threadId: thread.id, position: 1, kind: "same" })).toBe("on");
    });
    expect(tags).toEqual([`thread:${thread.id}`, `thread:${thread.id}`]);
    const counts = await countReactions(thread.id, 1, 20);
    expect([...counts]).toEqual(expect.arrayContaining([[0, { hug: 1 }], [1, { same: 1 }]])); // prettier-ignore
  });

  it("replaces one by another, and takes the same one back", async () => {
    const actor = actorOf(await aMember());
    const { id: threadId } = await aThread();
    const press = (kind: "thanks" | "hug") => react(actor, { threadId, position: 0, kind });
    expect([await press("thanks"), await press("hug")]).toEqual(["on", "on"]);
    expect(await reactionsOf(threadId)).toMatchObject([{ kind: "hug" }]);
    expect(await press("hug")).toBe("off");
    expect(await reactionsOf(threadId)).toEqual([]);
  });

  it("leaves at most one reaction when several come at once", async () => {
    const actor = actorOf(await aMember());
    const { id: threadId } = await aThread();
    const kinds = ["thanks", "hug", "same", "thanks"] as const;
    await Promise.all(kinds.map((kind) => react(actor, { threadId, position: 0, kind })));
    expect((await reactionsOf(threadId)).length).toBeLessThanOrEqual(1);
  });

  it("refuses one's own words", async () => {
    const author = await aMember();
    const thread = await aThread({ author });
    const elsewhere = await aThread();
    await aComment({ thread: elsewhere, author });
    for (const { threadId, position } of [
      { threadId: thread.id, position: 0 },
      { threadId: elsewhere.id, position: 1 },
    ]) {
      expect(await codeOf(react(actorOf(author), { threadId, position, kind: "hug" }))).toBe("react_own");
    }
  });

  it.each([
    ["a hidden thread", { hiddenAt: daysAgo(1) }, {}],
    ["a removed thread", { removedAt: daysAgo(1) }, {}],
    ["a withdrawn thread", { withdrawnAt: daysAgo(1) }, {}],
    ["a hidden comment", {}, { hiddenAt: daysAgo(1) }],
    ["a removed comment", {}, { removedAt: daysAgo(1) }],
    ["a withdrawn comment", {}, { withdrawnAt: daysAgo(1) }],
  ])("refuses %s", async (_name, ofThread, ofComment) => {
    const thread = await aThread(ofThread);
    await aComment({ thread, ...ofComment });
    const attempt = react(actorOf(await aMember()), { threadId: thread.id, position: 1, kind: "hug" });
    expect(await codeOf(attempt)).toBe("not_found");
    expect(await reactionsOf(thread.id)).toEqual([]);
  });

  it("refuses what never was", async () => {
    const actor = actorOf(await aMember());
    const { id } = await aThread();
    for (const [threadId, position] of [
      [id, 1],
      [987_654_321, 0],
    ] as const) {
      // prettier-ignore
      expect(await codeOf(react(actor, { threadId, position, kind: "hug" }))).toBe("not_found");
    }
  });

  it("refuses whom the writer blocked, on every word of theirs, and lets them take back what came before", async () => {
    const [author, other, third] = [await aMember(), await aMember(), await aMember()];
    const thread = await aThread({ author });
    await aComment({ thread, author });
    await aComment({ thread, author: third });
    const press = (who: typeof other, position: number, kind: "hug" | "same" = "hug") =>
      react(actorOf(who), { threadId: thread.id, position, kind });
    await press(other, 0);
    await aBlock({ by: author, of: other });
    expect(await codeOf(press(other, 1))).toBe("blocked");
    expect(await codeOf(press(other, 0, "same"))).toBe("blocked");
    expect(await reactionsOf(thread.id)).toMatchObject([{ memberId: other.id, position: 0, kind: "hug" }]);
    expect(await press(other, 0)).toBe("off");
    expect(await codeOf(press(other, 0))).toBe("blocked");
    expect([await press(other, 2), await press(third, 1), await press(author, 2)]).toEqual(["on", "on", "on"]);
  });

  it.each([
    ["silence", "silenced"],
    ["suspend", "suspended"],
    ["ban", "banned"],
  ] as const)("refuses whoever may not speak: %s", async (kind, code) => {
    const member = await aMember();
    const { id: threadId } = await aThread();
    const { decisionId } = await aStatement({ thread: await aThread({ author: member }) });
    const endsAt = kind === "ban" ? null : daysAgo(-1);
    await db.insert(restrictions).values({ memberId: member.id, kind, decisionId, endsAt });
    expect(await codeOf(react(actorOf(member), { threadId, position: 0, kind: "hug" }))).toBe(code);
  });

  it("works in a locked thread", async () => {
    const thread = await aThread({ lockedAt: daysAgo(1) });
    expect(await react(actorOf(await aMember()), { threadId: thread.id, position: 0, kind: "thanks" })).toBe("on");
  });

  it("stops at 50 a day", async () => {
    const actor = actorOf(await aMember(), { paced: true });
    const { id: threadId } = await aThread();
    for (let n = 0; n < 50; n += 1) await react(actor, { threadId, position: 0, kind: n % 2 ? "hug" : "thanks" });
    expect(await codeOf(react(actor, { threadId, position: 0, kind: "same" }))).toBe("rate_limited");
  });
});
