"use server";

import { formAction } from "@/lib/platform/action";
import { threadPath } from "@/lib/platform/urls";
import { dropQuote } from "./drop-quote";
import { editArticle } from "./edit-article";
import { articleRefusals as refusals } from "./labels";
import { publishArticle } from "./publish-article";
import { quoteTestimonial } from "./quote-testimonial";
import { dropQuoteSchema, editArticleSchema, publishArticleSchema, quoteSchema } from "./schema";

export const publishArticleAction = formAction(
  { who: "member", schema: publishArticleSchema, refusals },
  async (input, actor) => ({ href: threadPath(await publishArticle(actor, input)) }),
);

export const editArticleAction = formAction(
  { who: "member", schema: editArticleSchema, refusals },
  async (input, actor) => ({ href: threadPath(await editArticle(actor, input)) }),
);

export const quoteTestimonialAction = formAction(
  { who: "member", schema: quoteSchema, refusals },
  async (input, actor) => {
    await quoteTestimonial(actor, input);
    return { href: `/staff/articles/${input.article}/quotes` };
  },
);

export const dropQuoteAction = formAction(
  { who: "member", schema: dropQuoteSchema, refusals },
  async (input, actor) => {
    await dropQuote(actor, input);
    return { href: `/staff/articles/${input.article}/quotes` };
  },
);
