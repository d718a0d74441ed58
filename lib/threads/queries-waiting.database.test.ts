import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { heldEdits } from "@/db/schema";
import { aComment, aMember, aPost, aThread, daysAgo } from "@/lib/testing/factories";
import { anAllowedHost } from "@/lib/testing/screening";
import { countWaiting, listWaiting } from "./queries-waiting";

const held = { heldAt: daysAgo(1) };

describe("listWaiting", () => {
  it("has a member's posts, comments and changes with their words, the newest first, and nobody else's", async () => {
    const author = await aMember();
    const stands = await aPost({ author });
    const waits = await aPost({ author, title: "My first one", heldAt: daysAgo(3), body: "It **aches**." });
    const comment = await aComment({ thread: stands, author, body: "And so on.", heldAt: daysAgo(2) });
    const other = await aComment({ thread: stands, author });
    const change = { kind: "advice", audience: "public", title: "A new title", body: "Other words." } as const;
    await db.insert(heldEdits).values({ threadId: stands.id, ...change, createdAt: daysAgo(1) });
    await db.insert(heldEdits).values({ commentId: other.id, body: "Shorter.", createdAt: daysAgo(0.5) });
    await aPost(held);
    await aComment({ thread: stands, ...held });
    const things = await listWaiting(author.id);
    expect(things.map(({ what, id, title, position }) => [what, id, title, position])).toEqual([
      ["comment_edit", other.id, stands.title, 2],
      ["thread_edit", stands.id, "A new title", null],
      ["comment", comment.id, stands.title, 1],
      ["thread", waits.id, "My first one", null],
    ]);
    expect(things.at(-1)?.html).toContain("<strong>aches</strong>");
    expect(await countWaiting(author.id)).toBe(4);
  });

  it.each([
    ["hidden", { hiddenAt: daysAgo(1) }],
    ["removed", { removedAt: daysAgo(1) }],
    ["withdrawn", { withdrawnAt: daysAgo(1) }],
    ["let through", { heldAt: null }],
  ])("leaves out what is %s", async (_name, state) => {
    const author = await aMember();
    await aPost({ author, ...held, ...state });
    await aComment({ thread: await aThread(), author, ...held, ...state });
    expect(await listWaiting(author.id)).toEqual([]);
    expect(await countWaiting(author.id)).toBe(0);
  });

  it("leaves out what cannot appear, because what it belongs to is gone", async () => {
    const author = await aMember();
    const thread = await aPost({ author, hiddenAt: daysAgo(1) });
    await aComment({ thread, author, ...held });
    const gone = await aComment({ thread: await aThread(), author, hiddenAt: daysAgo(1) });
    await db.insert(heldEdits).values({ commentId: gone.id, body: "Shorter." });
    await db.insert(heldEdits).values({ threadId: thread.id, title: "Longer", body: "Shorter." });
    expect(await listWaiting(author.id)).toEqual([]);
  });

  it("says why, as far as its author may know", async () => {
    const host = await anAllowedHost();
    const newcomer = await aMember({ joinedAt: daysAgo(2) });
    const elder = await aMember();
    const whyOf = async ({ id }: { id: number }) => (await listWaiting(id)).map(({ why }) => why);
    await aPost({ author: newcomer, ...held, body: `It is told at https://${host}/a, and elsewhere.example.com` });
    expect(await whyOf(newcomer)).toEqual([["first", "link"]]);
    const slept = await aThread({ lastActivityAt: daysAgo(200) });
    await aComment({ thread: slept, author: elder, ...held, body: `It is told at https://${host}/a` });
    expect(await whyOf(elder)).toEqual([["woke"]]);
    const other = await aMember();
    await aPost({ author: other, ...held });
    expect(await whyOf(other)).toEqual([["words"]]);
  });
});
