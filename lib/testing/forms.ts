import type { z } from "zod";
import { bioSchema, handleSchema, signInSchema } from "@/lib/members/schema";
import { editArticleSchema, publishArticleSchema, quoteSchema } from "@/lib/articles/schema";
import { editCommentSchema, postCommentSchema } from "@/lib/comments/schema";
import { answerSchema, appealSchema, decisionSchema, noticeSchema, reportSchema } from "@/lib/moderation/schema";
import { editTemplateSchema, noteSchema, roleSchema, templateSchema } from "@/lib/moderation/schema-staff";
import { editPostSchema, startPostSchema } from "@/lib/posts/schema";
import { editTestimonialSchema, followUpSchema, tellSchema } from "@/lib/testimonials/schema";
import { toldForm } from "./told";

type Values = Record<string, string | string[]>;
type Form = { schema: z.ZodType; good: Values; texts: Record<string, { min: number; max: number }> };

const post = {
  kind: "question",
  title: "A title of more than eight",
  body: "A text that is long enough.",
  audience: "public",
};
const ofPost = { title: { min: 8, max: 150 }, body: { min: 20, max: 20_000 } };
const ofComment = { body: { min: 2, max: 10_000 } };
const ofTestimonial = {
  title: { min: 0, max: 150 },
  story: { min: 0, max: 5000 },
  tip: { min: 0, max: 600 },
  unwantedText: { min: 0, max: 300 },
};

const article = {
  title: "A title of more than eight",
  technique: "",
  audience: "public",
  excerpt: "A sentence that says what it is about.",
  body: "A text that is long enough.",
  sources: "lawler-2006",
  reviewer: "Wren, physiotherapist",
  reviewedOn: "2026-01-31",
};
const ofArticle = {
  title: { min: 8, max: 150 },
  excerpt: { min: 20, max: 240 },
  body: { min: 20, max: 60_000 },
  reviewer: { min: 3, max: 120 },
};

const template = { name: "Unkind", kind: "hide", rule: "kindness", body: "Please say it in other words." };
const ofTemplate = { name: { min: 2, max: 60 }, body: { min: 10, max: 2000 } };

/** Every form that takes words: what a browser sends, and how long each text may be (PRODUCT.md). */
export const forms: Record<string, Form> = {
  startPost: { schema: startPostSchema, good: { ...post, technique: "shiatsu" }, texts: ofPost },
  editPost: { schema: editPostSchema, good: { ...post, thread: "1" }, texts: ofPost },
  postComment: { schema: postCommentSchema, good: { thread: "1", replyTo: "", body: "Yes." }, texts: ofComment },
  editComment: { schema: editCommentSchema, good: { comment: "1", body: "Yes." }, texts: ofComment },
  tellWhatHelped: { schema: tellSchema, good: toldForm(), texts: ofTestimonial },
  editTestimonial: { schema: editTestimonialSchema, good: toldForm({ thread: "1" }), texts: ofTestimonial },
  tellFollowUp: {
    schema: followUpSchema,
    good: { thread: "1", after: "30_days", effect: "no_change", unwanted: "none", unwantedText: "", note: "" },
    texts: { note: { min: 0, max: 2000 }, unwantedText: { min: 0, max: 300 } },
  },
  publishArticle: { schema: publishArticleSchema, good: article, texts: ofArticle },
  editArticle: {
    schema: editArticleSchema,
    good: { ...article, thread: "1", version: "0".repeat(64) },
    texts: ofArticle,
  },
  quoteTestimonial: {
    schema: quoteSchema,
    good: { article: "1", testimonial: "2", passage: "It was calm after it." },
    texts: { passage: { min: 10, max: 1000 } },
  },
  reportContent: {
    schema: reportSchema,
    good: { thread: "0", comment: "0", member: "1", reason: "spam", note: "" },
    texts: { note: { min: 0, max: 1000 } },
  },
  decideCase: {
    schema: decisionSchema,
    good: { case: "1", version: "1", measure: "hide", rule: "kindness", reason: "It is unkind." },
    texts: { reason: { min: 10, max: 2000 } },
  },
  sendNotice: {
    schema: noticeSchema,
    good: {
      address: "/posts/1/a-title",
      why: "It shows where somebody lives.",
      name: "Ana",
      email: "ana@example.org",
      childAbuse: "",
      goodFaith: "yes",
    },
    texts: { why: { min: 20, max: 5000 }, address: { min: 1, max: 500 }, name: { min: 1, max: 120 } },
  },
  noteMember: {
    schema: noteSchema,
    good: { member: "1", note: "Writes late at night." },
    texts: { note: { min: 2, max: 2000 } },
  },
  changeRole: {
    schema: roleSchema,
    good: { member: "1", role: "provider", credential: "Physiotherapist" },
    texts: { credential: { min: 2, max: 80 } },
  },
  addTemplate: { schema: templateSchema, good: template, texts: ofTemplate },
  editTemplate: { schema: editTemplateSchema, good: { ...template, template: "1" }, texts: ofTemplate },
  submitAppeal: {
    schema: appealSchema,
    good: { statement: "1", report: "0", body: "I meant something else by it." },
    texts: { body: { min: 20, max: 4000 } },
  },
  decideAppeal: {
    schema: answerSchema,
    good: { appeal: "1", version: "1", outcome: "upheld", answer: "You are right." },
    texts: { answer: { min: 10, max: 2000 } },
  },
  editBio: { schema: bioSchema, good: { bio: "I like walking." }, texts: { bio: { min: 0, max: 500 } } },
  chooseHandle: { schema: handleSchema, good: { handle: "ana_maria", agree: "yes" }, texts: {} },
  requestSignIn: {
    schema: signInSchema,
    good: { email: "ana@example.org", name: "Ana" },
    texts: { name: { min: 0, max: 60 } },
  },
};
