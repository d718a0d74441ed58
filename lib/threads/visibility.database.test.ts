import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { getCommentHistory, listComments, listCommentsAfter } from "@/lib/comments/queries";
import { follow } from "@/lib/follows/follow";
import { getFeed, listFollowed } from "@/lib/follows/queries";
import { getReportable } from "@/lib/moderation/queries-report";
import { actorOf, viewerOf } from "@/lib/testing/actors";
import { aComment, aMember, aTechnique, aThread, aWord, daysAgo } from "@/lib/testing/factories";
import { db } from "@/db/client";
import { follows, revisions } from "@/db/schema";
import { canRead } from "./policy";
import {
  getArticleThread,
  getThread,
  listForSitemap,
  listNewestThreads,
  listThreads,
  getNewestPosition,
} from "./queries";
import { threadKinds } from "./schema";

const audiences = ["public", "members"] as const;
const sometimes = fc.constantFrom(null, null, daysAgo(2));
const gone = { hiddenAt: sometimes, removedAt: sometimes, withdrawnAt: sometimes, heldAt: sometimes };
const threadState = fc.record({
  kind: fc.constantFrom(...threadKinds),
  audience: fc.constantFrom(...audiences),
  lockedAt: sometimes,
  ...gone,
});
const commentState = fc.record({ ...gone, edited: fc.boolean() });
const runs = { numRuns: 15 };
const idsOf = (rows: { id: number }[]) => rows.map(({ id }) => id).sort((a, b) => a - b);

describe("a thread is found and listed exactly when it may be read", () => {
  it("by each audience", async () => {
    const technique = await aTechnique();
    await fc.assert(
      fc.asyncProperty(fc.array(threadState, { minLength: 1, maxLength: 5 }), async (states) => {
        const author = await aMember();
        const all = [];
        for (const state of states) all.push(await aThread({ author, technique, ...state }));
        const mine = new Set(idsOf(all));
        for (const audience of audiences) {
          const readable = all.filter((thread) => canRead(audience, thread).allowed);
          const expected = idsOf(readable);
          const found = [];
          for (const thread of all) if (await getThread(thread.id, audience)) found.push(thread);
          expect(idsOf(found)).toEqual(expected);
          const byAuthor = await listThreads(audience, { authorId: author.id }, { page: 1 });
          expect(idsOf(byAuthor.rows)).toEqual(expected);
          const older = await listThreads(audience, { authorId: author.id }, { before: { at: daysAgo(-1), id: 1 } });
          expect(idsOf(older.rows)).toEqual(expected);
          const both = { authorId: author.id, techniqueId: technique.id };
          for (const kind of threadKinds) {
            const ofKind = readable.filter((thread) => thread.kind === kind);
            expect(idsOf((await listThreads(audience, { ...both, kind }, { page: 1 })).rows)).toEqual(idsOf(ofKind));
          }
          const newest = await listNewestThreads(audience, 10_000);
          expect(idsOf(newest.filter(({ id }) => mine.has(id)))).toEqual(expected);
        }
      }),
      runs,
    );
  });

  it("in the sitemap, by its article's address, and for who asks whether comments arrive", async () => {
    const member = await aMember();
    await fc.assert(
      fc.asyncProperty(threadState, async (state) => {
        const thread = await aThread(state);
        const [public_, members] = audiences.map((audience) => canRead(audience, thread).allowed);
        expect((await listForSitemap()).some(({ id }) => id === thread.id)).toBe(public_);
        expect(await getNewestPosition(null, thread.id)).toBe(public_ ? 0 : null);
        expect(await getNewestPosition({ ...viewerOf(member), memberId: null, handle: null }, thread.id)).toBe(
          public_ ? 0 : null,
        );
        expect(await getNewestPosition(viewerOf(member), thread.id)).toBe(members ? 0 : null);
        expect((await getReportable(thread.id, 0)) !== null).toBe(members);
        for (const audience of audiences) {
          const expected = thread.kind === "article" && canRead(audience, thread).allowed;
          expect((await getArticleThread(thread.slug, audience)) !== null).toBe(expected);
        }
      }),
      runs,
    );
  });

  it("in a member's feed, however they follow it", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(threadState, { minLength: 1, maxLength: 4 }),
        fc.constantFrom("technique", "member", "thread"),
        async (states, kind) => {
          const [author, technique] = [await aMember(), await aTechnique()];
          const all = [];
          for (const state of states) all.push(await aThread({ author, technique, ...state }));
          const reader = await aMember();
          if (kind === "technique") await follow(actorOf(reader), { kind, id: technique.id });
          if (kind === "member") await follow(actorOf(reader), { kind, id: author.id });
          // They followed it while it could be read.
          if (kind === "thread")
            await db.insert(follows).values(all.map(({ id }) => ({ followerId: reader.id, threadId: id })));
          const expected = idsOf(all.filter((thread) => canRead("members", thread).allowed));
          expect(idsOf((await getFeed(reader.id, null)).threads)).toEqual(expected);
          const followed = await listFollowed(reader.id);
          if (kind === "thread") expect(idsOf(followed)).toEqual(expected);
        },
      ),
      runs,
    );
  });
});

describe("the words of a comment come out exactly when it stands", () => {
  it("in the list, after a position, in its history and in a report", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(commentState, { minLength: 1, maxLength: 5 }), async (states) => {
        const thread = await aThread();
        const all = [];
        for (const { edited, ...state } of states) {
          const word = aWord();
          const comment = await aComment({ thread, body: word, ...state, editedAt: edited ? daysAgo(1) : null });
          const before = { commentId: comment.id, editedBy: comment.authorId, body: word, bodyHtml: word };
          if (edited) await db.insert(revisions).values(before);
          all.push({ ...comment, word, stands: Object.values(state).every((at) => at === null), edited });
        }
        for (const listed of [await listComments(thread.id, 1), await listCommentsAfter(thread.id, 0)]) {
          expect(listed.map(({ position }) => position)).toEqual(all.map(({ position }) => position));
          for (const [index, { word, stands }] of all.entries()) {
            expect(JSON.stringify(listed).includes(word)).toBe(stands);
            expect(listed[index]?.gone === null).toBe(stands);
          }
        }
        for (const { id, position, stands, edited } of all) {
          expect((await getCommentHistory(id)) !== null).toBe(stands && edited);
          expect((await getReportable(thread.id, position)) !== null).toBe(stands);
        }
      }),
      runs,
    );
  });
});
