import { describe, expect, it } from "vitest";
import { editComment } from "@/lib/comments/edit-comment";
import { postComment } from "@/lib/comments/post-comment";
import type { Actor } from "@/lib/platform/actor";
import { editPost } from "@/lib/posts/edit-post";
import { startPost } from "@/lib/posts/start-post";
import { actorOf } from "@/lib/testing/actors";
import {
  aComment,
  aDraft,
  aMember,
  aPost,
  aTechnique,
  aTestimonial,
  daysAgo,
  type Member,
} from "@/lib/testing/factories";
import { codeOf } from "@/lib/testing/refusals";
import { aTold } from "@/lib/testing/told";
import { editTestimonial } from "@/lib/testimonials/edit-testimonial";
import { tellFollowUp } from "@/lib/testimonials/tell-follow-up";
import { tellWhatHelped } from "@/lib/testimonials/tell-what-helped";
import { getOwnDraft } from "./queries";

const post = {
  kind: "question" as const,
  audience: "public" as const,
  title: "What helps when touch hurts?",
  body: "I would like to hear what others do then.",
  key: "",
};
const later = {
  effect: "no_change",
  unwanted: ["none"],
  unwantedText: "",
  functionAfter: null,
  note: "",
  key: "",
} as const;

/** Every way in which words that were kept are sent. */
const ways: Record<string, (actor: Actor, author: Member, draft: number) => Promise<unknown>> = {
  startPost: async (actor, _author, draft) => {
    const { slug: technique } = await aTechnique();
    return startPost(actor, { ...post, technique, draft });
  },
  editPost: async (actor, author, draft) => editPost(actor, { ...post, thread: (await aPost({ author })).id, draft }),
  postComment: async (actor, _author, draft) => {
    const { id: thread } = await aPost();
    return postComment(actor, { thread, replyTo: null, body: "Me too.", key: "", draft });
  },
  editComment: async (actor, author, draft) => {
    const { id: comment } = await aComment({ thread: await aPost(), author });
    return editComment(actor, { comment, body: "I see it differently.", draft });
  },
  tellWhatHelped: async (actor, _author, draft) => {
    const { slug: technique } = await aTechnique();
    return tellWhatHelped(actor, { ...aTold({ technique }), draft });
  },
  editTestimonial: async (actor, author, draft) => {
    const { id: thread } = await aTestimonial({ author });
    return editTestimonial(actor, { ...aTold(), thread, draft });
  },
  tellFollowUp: async (actor, author, draft) => {
    const { id: thread } = await aTestimonial({ author, answers: { toldAt: daysAgo(40) } });
    return tellFollowUp(actor, { ...later, unwanted: ["none"], thread, after: "30_days", draft });
  },
};

describe.each(Object.entries(ways))("%s", (_name, send) => {
  it("lets go the draft that it was written in, and nothing else", async () => {
    const [author, other] = [await aMember(), await aMember()];
    const sent = await aDraft({ author });
    const beside = await aDraft({ author });
    const theirs = await aDraft({ author: other });
    await send(actorOf(author), author, sent.id);
    await send(actorOf(author), author, theirs.id);
    expect(await getOwnDraft(author.id, sent.id)).toBeNull();
    expect(await getOwnDraft(author.id, beside.id)).not.toBeNull();
    expect(await getOwnDraft(other.id, theirs.id)).not.toBeNull();
  });
});

it("a refused form leaves its draft where it is", async () => {
  const author = await aMember();
  const { id } = await aDraft({ author });
  const { id: thread } = await aPost({ lockedAt: daysAgo(1) });
  const comment = { thread, replyTo: null, body: "Me too.", key: "", draft: id };
  expect(await codeOf(postComment(actorOf(author), comment))).toBe("thread_locked");
  expect(await getOwnDraft(author.id, id)).not.toBeNull();
});
