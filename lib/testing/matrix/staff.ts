import { publishArticle } from "@/lib/articles/publish-article";
import { publishArticleSchema } from "@/lib/articles/schema";
import { actorOf } from "../actors";
import { aMember, aPost, aTestimonial, aWord, type Member } from "../factories";
import { aCase } from "../reports";
import type { Attempt, Matrix } from "./attempts";
import { aFormKey, editors, members, moderators, type Outcomes } from "./personas";

const decision = (about: { id: number; version: number }) => ({
  ...{ case: String(about.id), version: String(about.version), measure: "hide", rule: "kindness" },
  ...{ reason: "It is unkind to the person.", key: aFormKey() },
});

const article = async () => ({
  ...{ title: `What to ask before ${aWord()}`, technique: "", audience: "public" },
  ...{ excerpt: "A sentence that says what it is about.", body: "Ask before anyone touches your neck." },
  ...{ sources: "lawler-2006", reviewer: "Wren, physiotherapist", reviewedOn: "2026-01-31", key: aFormKey() },
});

const report = (about: Record<string, string>) => ({
  ...{ thread: "0", comment: "0", member: "0", reason: "other", note: "" },
  ...{ ...about, key: aFormKey() },
});

async function anArticle() {
  const editor = actorOf(await aMember({ role: "editor" }));
  return publishArticle(editor, publishArticleSchema.parse(await article()));
}

async function ofArticle(make: (about: { article: string; testimonial: string }) => Record<string, string>) {
  const written = await anArticle();
  const told = await aTestimonial({ agreed: ["shown", "quoted"], answers: { story: "It was calm after it." } });
  return { ...make({ article: String(written.id), testimonial: String(told.id) }), key: aFormKey() };
}

const onCase = (
  on: string,
  about: (me: Member) => Parameters<typeof aCase>[0] | Promise<Parameters<typeof aCase>[0]>,
  outcomes: Outcomes,
): Attempt => ({
  on,
  fields: async (me) => decision(await aCase(await about(me))),
  outcomes,
});

/** Reports, decisions and articles. */
export const staff: Matrix = {
  "moderation/reportContentAction": [
    {
      on: "a thread",
      fields: async () => report({ thread: String((await aPost()).id) }),
      outcomes: members("done"),
    },
    {
      on: "a profile",
      fields: async () => report({ member: String((await aMember()).id) }),
      outcomes: members("done"),
    },
    {
      on: "a hidden thread",
      fields: async () => report({ thread: String((await aPost({ hiddenAt: new Date() })).id) }),
      outcomes: members("not_found"),
    },
    {
      on: "one's own words",
      fields: async (author) => report({ thread: String((await aPost({ author })).id) }),
      outcomes: members("report_own"),
    },
  ],
  "moderation/decideCaseAction": [
    onCase("a case", async () => ({ thread: await aPost() }), moderators("done")),
    onCase("one's own words", async (author) => ({ thread: await aPost({ author }) }), moderators("decide_own")),
    onCase("one's own report", async (reporter) => ({ thread: await aPost(), reporter }), moderators("decide_own")),
    onCase(
      "words that were withdrawn",
      async () => ({ thread: await aPost({ withdrawnAt: new Date() }) }),
      moderators("decision_not_offered"),
    ),
  ],
  "articles/publishArticleAction": [{ on: "a new one", fields: article, outcomes: editors("done") }],
  "articles/editArticleAction": [
    {
      on: "one that has changed since",
      fields: async () => ({
        ...(await article()),
        thread: String((await anArticle()).id),
        version: "0".repeat(64),
      }),
      outcomes: editors("article_changed"),
    },
  ],
  "articles/quoteTestimonialAction": [
    {
      on: "a passage",
      fields: () => ofArticle((about) => ({ ...about, passage: "It was calm after it." })),
      outcomes: editors("done"),
    },
  ],
  "articles/dropQuoteAction": [
    {
      on: "a quote",
      fields: () => ofArticle(({ article }) => ({ article, quote: "987654321" })),
      outcomes: editors("done"),
    },
  ],
};
