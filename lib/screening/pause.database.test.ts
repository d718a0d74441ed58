import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { editComment } from "@/lib/comments/edit-comment";
import { postComment } from "@/lib/comments/post-comment";
import { Paused } from "@/lib/platform/errors";
import { editPost } from "@/lib/posts/edit-post";
import { startPost } from "@/lib/posts/start-post";
import { actorOf } from "@/lib/testing/actors";
import { purgedBy } from "@/lib/testing/announcements";
import { asOwner } from "@/lib/testing/as-owner";
import {
  aComment,
  aMember,
  aPost,
  aTechnique,
  aTestimonial,
  aWord,
  daysAgo,
  type Member,
} from "@/lib/testing/factories";
import { refusalOf } from "@/lib/testing/refusals";
import { aWatchedPhrase } from "@/lib/testing/screening";
import { aTold } from "@/lib/testing/told";
import { wordIsIn } from "@/lib/testing/words";
import { editTestimonial } from "@/lib/testimonials/edit-testimonial";
import { followUpSchema } from "@/lib/testimonials/schema";
import { tellFollowUp } from "@/lib/testimonials/tell-follow-up";
import { tellWhatHelped } from "@/lib/testimonials/tell-what-helped";

type Sent = { words: string; seen?: string };

const post = { kind: "question" as const, title: "What do you do at night?", audience: "public" as const, key: "k" };
const followUp = { after: "30_days", effect: "no_change", unwanted: "none", unwantedText: "" };

let author: Member;
let given: { technique: string; post: number; comment: number; told: number };

/** Every way in which a member's words come in. */
const ways: Record<string, (sent: Sent) => Promise<unknown>> = {
  startPost: ({ words: body, seen }) => startPost(at(), { ...post, technique: given.technique, body, seen }),
  editPost: ({ words: body, seen }) => editPost(at(), { ...post, thread: given.post, body, seen }),
  postComment: ({ words: body, seen }) =>
    postComment(at(), { thread: given.post, replyTo: null, body, key: "k", seen }),
  editComment: ({ words: body, seen }) => editComment(at(), { comment: given.comment, body, seen }),
  tellWhatHelped: ({ words: story, seen = "" }) =>
    tellWhatHelped(at(), aTold({ technique: given.technique, story, seen, key: "k" }), "192.0.2.9"),
  editTestimonial: ({ words: tip, seen = "" }) =>
    editTestimonial(at(), { ...aTold({ tip, seen }), thread: given.told }),
  tellFollowUp: ({ words: note, seen }) =>
    tellFollowUp(at(), followUpSchema.parse({ ...followUp, thread: String(given.told), note, seen })),
};

const at = () => actorOf(author, { paced: true });

beforeEach(async () => {
  author = await aMember();
  const thread = await aPost({ author });
  const comment = await aComment({ thread, author });
  const told = await aTestimonial({ author, answers: { toldAt: daysAgo(40) } });
  given = { technique: (await aTechnique()).slug, post: thread.id, comment: comment.id, told: told.id };
});

/** How many rows every table has, and how often every window was used. */
async function everything() {
  return asOwner(async (tx) => {
    const tables = await tx.execute<{ name: string }>(sql`
      SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
      WHERE schemaname IN ('public', 'identity', 'health', 'graphile_worker')`);
    const counts: Record<string, unknown> = {};
    for (const { name } of tables)
      counts[name] = (await tx.execute(sql`SELECT count(*)::int AS n FROM ${sql.raw(name)}`))[0]?.n;
    const windows = await tx.execute(sql`SELECT key, used FROM identity.rate_windows ORDER BY key`);
    return { counts, windows: [...windows] };
  });
}

async function pauseOf(attempt: Promise<unknown>) {
  const refusal = await refusalOf(attempt);
  if (!(refusal instanceof Paused)) throw new Error(`refused, and not paused: ${refusal.code}`);
  return refusal.pause;
}

describe.each(Object.keys(ways))("%s", (way) => {
  const send = (sent: Sent) => ways[way]?.(sent) ?? Promise.reject(new Error(way));

  it("stores nothing of words of despair until they are sent after the card", async () => {
    const word = aWord();
    const words = `Night after night, ${word}, and I want to die.`;
    const before = await everything();
    const tags = await purgedBy(async () => {
      expect(await pauseOf(send({ words }))).toEqual({ seen: "crisis", cards: ["crisis"], notes: [] });
    });
    expect(tags).toEqual([]);
    expect(await everything()).toEqual(before);
    expect(await wordIsIn(word)).toEqual([]);
    await send({ words, seen: "crisis" });
    expect(await wordIsIn(word)).not.toEqual([]);
  });
});

describe("the card", () => {
  const comment = async (words: string, seen?: string) => {
    author = await aMember();
    return ways.postComment?.({ words, seen });
  };

  it("is another one for another worry, and none for the same", async () => {
    const both = "I want to die. It is the worst headache of my life and came on suddenly.";
    expect(await pauseOf(comment(both))).toEqual({ seen: "crisis red_flag", cards: ["crisis", "red_flag"], notes: [] });
    expect(await pauseOf(comment(both, "crisis"))).toMatchObject({ seen: "crisis red_flag" });
    await comment(both, "crisis red_flag");
    await comment("I want to die, still.", "crisis");
  });

  it("is the note of a phrase", async () => {
    const { id, phrase } = await aWatchedPhrase({ act: "note", note: "Is this from your own experience?" });
    const pause = await pauseOf(comment(`About ${phrase}.`));
    expect(pause).toEqual({ seen: `note-${id}`, cards: [], notes: ["Is this from your own experience?"] });
    await comment(`About ${phrase}.`, pause.seen);
  });

  it("is not shown to whoever changes something else in a text that had such words before", async () => {
    const thread = await aPost({ author, body: "It is hard, and I want to die." });
    await editPost(at(), { ...post, thread: thread.id, body: "It is so hard, and I want to die." });
  });
});
