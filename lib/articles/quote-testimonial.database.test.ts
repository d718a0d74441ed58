import { describe, expect, it } from "vitest";
import { changeConsent } from "@/lib/testimonials/change-consent";
import { editTestimonial } from "@/lib/testimonials/edit-testimonial";
import { editTestimonialSchema } from "@/lib/testimonials/schema";
import { withdrawTestimonial } from "@/lib/testimonials/withdraw-testimonial";
import { actorOf } from "@/lib/testing/actors";
import { purgedBy } from "@/lib/testing/announcements";
import { aMember, aTestimonial, aThread, type Member } from "@/lib/testing/factories";
import { codeOf, refusalOf } from "@/lib/testing/refusals";
import { toldForm } from "@/lib/testing/told";
import { dropQuote } from "./drop-quote";
import { listQuotes } from "./queries";
import { quoteTestimonial } from "./quote-testimonial";

const story = "For two days I could *work* again.\n\nThen it came back.";
const passage = "For two days I could work again. Then it came back.";

async function quotedStory() {
  const [editor, author] = [await aMember({ role: "editor" }), await aMember()];
  const article = await aThread({ kind: "article", author: editor });
  const told = await aTestimonial({ author, agreed: ["shown", "quoted"], answers: { story } });
  const tags = await purgedBy(() =>
    quoteTestimonial(actorOf(editor), { article: article.id, testimonial: told.id, passage }),
  );
  return { editor, author, article, told, tags };
}

const edited = (thread: { id: number }, given: Record<string, string>) =>
  editTestimonialSchema.parse({ ...toldForm(given), thread: String(thread.id) });

describe("a quote in an article", () => {
  it("shows the name that stands on the testimonial, and the way to it", async () => {
    const { article, author, told, tags } = await quotedStory();
    expect(tags).toContain(`thread:${article.id}`);
    const [quote] = await listQuotes(article.id);
    expect(quote).toMatchObject({ passage, handle: author.handle, testimonial: { id: told.id }, current: true });
  });

  it("keeps what was approved when its author changes the words, until an editor approves others", async () => {
    const { article, author, told, editor } = await quotedStory();
    const words = "For one day I could work again, not two.";
    const tags = await purgedBy(() => editTestimonial(actorOf(author), edited(told, { story: words })));
    expect(tags).toContain(`thread:${article.id}`);
    const [stale] = await listQuotes(article.id);
    expect(stale).toMatchObject({ passage, current: false });
    const renewed = { article: article.id, testimonial: told.id, passage: words, replaces: stale?.id };
    await quoteTestimonial(actorOf(editor), renewed);
    expect(await listQuotes(article.id)).toMatchObject([{ id: stale?.id, passage: words, current: true }]);
  });

  const ways: [string, (of: { author: Member; told: { id: number } }) => Promise<unknown>][] = [
    [
      "its author takes the consent back",
      ({ author, told }) => changeConsent(actorOf(author), { thread: told.id, purpose: "quoted", act: "withdrawn" }),
    ],
    ["its author withdraws the testimonial", ({ author, told }) => withdrawTestimonial(actorOf(author), told.id)],
    [
      "it becomes members' only",
      ({ author, told }) => editTestimonial(actorOf(author), edited(told, { story, audience: "members" })),
    ],
  ];
  it.each(ways)("is gone when %s, and the article is announced", async (_how, act) => {
    const made = await quotedStory();
    const tags = await purgedBy(async () => void (await act(made)));
    expect(tags).toContain(`thread:${made.article.id}`);
    expect(await listQuotes(made.article.id)).toEqual([]);
  });

  it("is taken out by an editor", async () => {
    const { article, editor } = await quotedStory();
    const [quote] = await listQuotes(article.id);
    const tags = await purgedBy(() => dropQuote(actorOf(editor), { article: article.id, quote: quote?.id ?? 0 }));
    expect(tags).toContain(`thread:${article.id}`);
    expect(await listQuotes(article.id)).toEqual([]);
  });

  it("is refused without the consent, in other words, and by others", async () => {
    const { article, editor, told } = await quotedStory();
    const quote = (by: Member, testimonial: number, words: string) =>
      quoteTestimonial(actorOf(by), { article: article.id, testimonial, passage: words });
    const unasked = await aTestimonial({ agreed: ["shown", "counted"], answers: { story } });
    const hidden = await aTestimonial({ agreed: ["counted", "quoted"], answers: { story } });
    for (const { id } of [unasked, hidden]) {
      expect(await refusalOf(quote(editor, id, passage))).toMatchObject({ code: "not_quotable", field: "testimonial" });
    }
    const made = await refusalOf(quote(editor, told.id, "It cured me within two days."));
    expect(made).toMatchObject({ code: "passage_unknown", field: "passage" });
    for (const role of ["member", "provider", "moderator"] as const) {
      expect(await codeOf(quote(await aMember({ role }), told.id, passage))).toBe("not_allowed");
    }
  });
});
