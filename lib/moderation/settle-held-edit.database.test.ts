import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { cases, heldEdits, posts } from "@/db/schema";
import { startPost } from "@/lib/posts/start-post";
import { postComment } from "@/lib/comments/post-comment";
import { actorOf } from "@/lib/testing/actors";
import { heardDuring } from "@/lib/testing/announcements";
import { aComment, aMember, aPost, aTechnique, aThread, daysAgo } from "@/lib/testing/factories";
import { aCase } from "@/lib/testing/reports";
import { commentRow, threadRow, waitingJobs } from "@/lib/testing/rows";
import { heldEditsOf } from "@/lib/testing/screening";
import type { JobPayloads } from "@/lib/platform/queue";
import { decideCase } from "./decide-case";
import { openCaseBySoftware } from "./jobs";

const decide = async (opened: { id: number; version: number }, measure: "restore" | "refuse_edit") =>
  decideCase(actorOf(await aMember({ role: "moderator" })), {
    case: opened.id,
    version: opened.version,
    measure,
    rule: "none",
    reason: "It was read, and this came of it.",
  });

/** The case that a job opens about a thread. */
async function openedFor(threadId: number) {
  const [job] = (await waitingJobs()).filter(
    ({ task, payload }) => task === "open_case" && payload.threadId === threadId,
  );
  await openCaseBySoftware(job?.payload as JobPayloads["open_case"]);
  const [opened] = await db.select().from(cases).where(eq(cases.threadId, threadId));
  if (!opened) throw new Error("no case was opened");
  return opened;
}

describe("an edit that waits", () => {
  it.each([
    ["restore", "Other words, which are long enough."],
    ["refuse_edit", "The words that stood there."],
  ] as const)("of a post, decided by %s", async (measure, body) => {
    const post = await aPost({ body: "The words that stood there." });
    const edit = { title: post.title, body: "Other words, which are long enough.", kind: "advice", audience: "public" };
    await db.insert(heldEdits).values({ threadId: post.id, ...edit } as typeof heldEdits.$inferInsert);
    await decide(await aCase({ thread: post }), measure);
    const [text] = await db.select().from(posts).where(eq(posts.threadId, post.id));
    expect(text?.body).toBe(body);
    expect(await heldEditsOf({ threadId: post.id })).toEqual([]);
  });

  it.each([
    ["restore", "Shorter."],
    ["refuse_edit", "The words that stood there."],
  ] as const)("of a comment, decided by %s", async (measure, body) => {
    const thread = await aThread();
    const comment = await aComment({ thread, body: "The words that stood there." });
    await db.insert(heldEdits).values({ commentId: comment.id, body: "Shorter." });
    await decide(await aCase({ thread, comment }), measure);
    expect(await commentRow(comment.id)).toMatchObject({ body });
    expect(await heldEditsOf({ commentId: comment.id })).toEqual([]);
  });
});

describe("what waits itself", () => {
  it("appears: a newcomer's first thread", async () => {
    const newcomer = await aMember({ joinedAt: daysAgo(1) });
    const words = { title: "My first question here", body: "It begins behind the left eye.", key: "" };
    const kind = { kind: "question", audience: "public", technique: (await aTechnique()).slug } as const;
    const { id } = await startPost(actorOf(newcomer, { paced: true }), { ...words, ...kind });
    await decide(await openedFor(id), "restore");
    expect(await threadRow(id)).toMatchObject({ visible: true, heldAt: null });
  });

  it("appears: a comment, which then counts, moves its thread up and is told to open pages", async () => {
    const thread = await aThread({ lastActivityAt: daysAgo(200) });
    const actor = actorOf(await aMember(), { paced: true });
    await postComment(actor, { thread: thread.id, replyTo: null, body: "I found this late.", key: "" });
    const opened = await openedFor(thread.id);
    const heard = await heardDuring(() => decide(opened, "restore"));
    expect(heard.comments).toEqual([{ thread: thread.id, position: 1 }]);
    const after = await threadRow(thread.id);
    expect(after).toMatchObject({ commentCount: 1 });
    expect(after.lastActivityAt.getTime()).toBeGreaterThan(daysAgo(1).getTime());
  });
});
