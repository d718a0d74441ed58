import { describe, expect, it } from "vitest";
import { editArticle } from "@/lib/articles/edit-article";
import { publishArticle } from "@/lib/articles/publish-article";
import { getEditableArticle } from "@/lib/articles/queries";
import { editComment } from "@/lib/comments/edit-comment";
import { postComment } from "@/lib/comments/post-comment";
import { editIssue } from "@/lib/newsletter/edit-issue";
import { writeIssue } from "@/lib/newsletter/write-issue";
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
  aWord,
  daysAgo,
  type Member,
} from "@/lib/testing/factories";
import { anIssue } from "@/lib/testing/newsletter";
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
const anArticle = async () => ({
  title: `About ${aWord()}`,
  technique: (await aTechnique()).slug,
  audience: "public" as const,
  excerpt: "One trial, read slowly and twice.",
  body: "What to ask before the first session.",
  sources: [],
  reviewer: "Ana, nurse",
  reviewedOn: "2026-01-31",
  key: "",
});
const issue = { subject: "New this week", introduction: "", articles: [], key: "" };

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
  publishArticle: async (actor, _author, draft) => publishArticle(actor, { ...(await anArticle()), draft }),
  editArticle: async (actor, _author, draft) => {
    const words = await anArticle();
    const { id: thread } = await publishArticle(actor, words);
    const version = (await getEditableArticle(thread))?.version ?? "";
    return editArticle(actor, { ...words, thread, version, title: `Anew about ${aWord()}`, draft });
  },
  "editArticle without a change": async (actor, _author, draft) => {
    const words = await anArticle();
    const { id: thread } = await publishArticle(actor, words);
    return editArticle(actor, { ...words, thread, version: (await getEditableArticle(thread))?.version ?? "", draft });
  },
  writeIssue: async (actor, _author, draft) => writeIssue(actor, { ...issue, draft }),
  editIssue: async (actor, _author, draft) => {
    const { id, version } = await anIssue();
    return editIssue(actor, { ...issue, issue: id, version, draft });
  },
};

/** Whoever may send all of these. */
const aWriter = () => aMember({ role: "admin" });

describe.each(Object.entries(ways))("%s", (_name, send) => {
  it("lets go the draft that it was written in, and nothing else", async () => {
    const [author, other] = [await aWriter(), await aMember()];
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

const key = "the-form";

/** What makes something new, and makes it once. */
const news: Record<string, (actor: Actor) => Promise<(draft: number) => Promise<unknown>>> = {
  startPost: async (actor) => {
    const { slug: technique } = await aTechnique();
    return (draft) => startPost(actor, { ...post, technique, key, draft });
  },
  postComment: async (actor) => {
    const { id: thread } = await aPost();
    return (draft) => postComment(actor, { thread, replyTo: null, body: "Me too.", key, draft });
  },
  tellWhatHelped: async (actor) => {
    const { slug: technique } = await aTechnique();
    return (draft) => tellWhatHelped(actor, { ...aTold({ technique, key }), draft });
  },
  publishArticle: async (actor) => {
    const words = await anArticle();
    return (draft) => publishArticle(actor, { ...words, key, draft });
  },
  writeIssue: async (actor) => (draft) => writeIssue(actor, { ...issue, key, draft }),
};

it.each(Object.entries(news))("%s lets go what was kept again after its answer did not come", async (_name, make) => {
  const author = await aWriter();
  const send = await make(actorOf(author));
  const first = await send((await aDraft({ author })).id);
  const again = await aDraft({ author });
  const second = await send(again.id);
  expect(second === null || (second as { id?: number }).id === (first as { id?: number }).id).toBe(true);
  expect(await getOwnDraft(author.id, again.id)).toBeNull();
});

it("a refused form leaves its draft where it is", async () => {
  const author = await aMember();
  const { id } = await aDraft({ author });
  const { id: thread } = await aPost({ lockedAt: daysAgo(1) });
  const comment = { thread, replyTo: null, body: "Me too.", key: "", draft: id };
  expect(await codeOf(postComment(actorOf(author), comment))).toBe("thread_locked");
  expect(await getOwnDraft(author.id, id)).not.toBeNull();
});
