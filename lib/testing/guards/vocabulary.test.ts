import { basename, dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { exportsOf, filesIn } from "./source";

/** These are no domains: they have their own rules. */
const apart = ["platform", "serving", "jobs", "testing"];

/** What a domain's folder may hold besides its verbs. */
const known = /^((schema|labels|queries)(-[a-z]+)*|policy|actions|jobs|limits)\.ts$|\.test\.ts$/;

/** Everything else, with its reason. A new file here is a question; see docs/architecture.md for the places that there are. */
const allowed: Record<string, string> = {
  "lib/articles/checked-article.ts": "what two verbs ask of an article",
  "lib/articles/claim-excuses.ts": "when a claim word claims nothing, pure",
  "lib/articles/claim-words.ts": "the words of the claim check, as data",
  "lib/articles/claims.ts": "the claim check, pure",
  "lib/articles/locked-article.ts": "locks for two verbs",
  "lib/articles/passage.ts": "whether a text holds a passage, pure",
  "lib/articles/sentences.ts": "the sentences of a text, pure",
  "lib/articles/stored-article.ts": "the words of an article, for a verb and a query",
  "lib/blocks/muted.ts": "the columns of what is muted, for two verbs",
  "lib/comments/own-comment.ts": "locks for two verbs",
  "lib/drafts/draft-route.ts": "what open forms call, also while their page is left",
  "lib/drafts/seal.ts": "a draft as nobody but its author can read it",
  "lib/follows/find-reader.ts": "the queries of the page's slots, apart from those of pages",
  "lib/follows/unread.ts": "what is new for somebody, as a part of four queries",
  "lib/follows/subject.ts": "the columns of what is followed, for two verbs",
  "lib/insights/figures.ts": "from counts to what a plot shows, pure",
  "lib/insights/median.ts": "a computation, pure",
  "lib/insights/sentences.ts": "words that are computed from counts",
  "lib/insights/suppress.ts": "which groups stay hidden, pure",
  "lib/insights/wilson.ts": "a computation, pure",
  "lib/members/auth.ts": "next-auth, set up",
  "lib/members/auth-adapter.ts": "next-auth over our tables",
  "lib/members/email.ts": "one spelling for one address",
  "lib/members/handle.ts": "which handles look alike",
  "lib/members/session-route.ts": "next-auth's callback",
  "lib/members/sign-in-mail.tsx": "a mail",
  "lib/members/sign-in-token.ts": "how a token is made and stored",
  "lib/moderation/appeal-mail.tsx": "a mail",
  "lib/moderation/appeal-policy.ts": "who may object and who may answer, pure",
  "lib/moderation/dsa-vocabulary.ts": "our decisions in the words of the EU's database, pure",
  "lib/moderation/gate.ts": "who may open the staff's pages",
  "lib/moderation/locked-case.ts": "the rows of a case, locked, for every verb about one",
  "lib/moderation/queue-mail.tsx": "a mail",
  "lib/moderation/notice-address.ts": "what an address of this site leads to, pure",
  "lib/moderation/notice-answer-mail.tsx": "a mail",
  "lib/moderation/notice-receipt-mail.tsx": "a mail",
  "lib/moderation/outcomes.ts": "what reporters and senders of notices are told of a decision, pure",
  "lib/moderation/reported-thing.ts": "locks for two verbs",
  "lib/moderation/objection.ts": "what somebody objects to, for two verbs and their pages",
  "lib/moderation/refused-edit.ts": "an edit that was refused, kept and given back",
  "lib/moderation/state-after.ts": "what the decisions that stand make of a thing, pure",
  "lib/moderation/statement-mail.tsx": "a mail",
  "lib/moderation/taken-out.ts": "a text without a passage, and with it again, pure",
  "lib/moderation/text-fields.ts": "the texts of a thing, for taking a passage out and putting it back",
  "lib/moderation/transparency-figures.ts": "from counts to what a page and a file show, pure",
  "lib/moderation/write-state.ts": "how a thing is hidden and shown again, for deciding and undoing",
  "lib/newsletter/confirm-mail.ts": "two mails",
  "lib/newsletter/confirm-token.ts": "how a link to confirm is made and read",
  "lib/newsletter/issue-mail.tsx": "a mail",
  "lib/newsletter/issue-words.ts": "the columns of an issue, and its lock, for five verbs",
  "lib/mailings/digest-mail.tsx": "a mail",
  "lib/mailings/find-digest.ts": "what a digest tells, for its verb",
  "lib/mailings/news-mail.tsx": "a mail",
  "lib/mailings/wanted.ts": "what a member wants to hear of, as conditions of two queries",
  "lib/notifications/hearing.ts": "how a kind is mailed, as an expression for three queries",
  "lib/offers/fitting.ts": "which post fits whom, as SQL for verbs, a job and a query",
  "lib/screening/distress.ts": "words of crisis and red flags in a text, pure",
  "lib/screening/findings.ts": "what a text holds, pure",
  "lib/screening/links.ts": "where a text leads, pure",
  "lib/screening/phrases.ts": "whether a text holds a phrase, pure",
  "lib/screening/plain-words.ts": "a text as bare words, pure",
  "lib/testimonials/answers.ts": "the columns of the answers, for three verbs",
  "lib/testimonials/follow-up-mail.tsx": "a mail",
  "lib/testimonials/suspicion.ts": "what speaks for a campaign, and how it is gathered",
  "lib/testimonials/own-testimonial.ts": "locks for five verbs",
  "lib/testimonials/seal.ts": "who told what, sealed",
  "lib/threads/tags-of-quotes.ts": "which articles a verb must announce",
  "lib/threads/visibility.ts": "the list form of the policy",
};

/** A number that belongs to the verb and that its mail tells. */
const besides: Record<string, string[]> = { "lib/members/request-sign-in.ts": ["signInLinkMinutes"] };

const files = filesIn("lib").filter((path) => !apart.includes(path.split("/")[1] ?? ""));
const verbs = files.filter((path) => !known.test(basename(path)) && !(path in allowed));

describe("a domain's folder", () => {
  it("holds files and no folders", () => {
    expect(files.filter((path) => dirname(dirname(path)) !== "lib")).toEqual([]);
  });

  it.each(verbs)("holds a verb: %s exports one function, called like the file", (path) => {
    const name = basename(path, ".ts").replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    const advice = "name the file after its function, or put it into schema, labels, policy, queries, jobs or limits";
    const names = exportsOf(path).map((each) => each.name);
    expect(
      names.filter((each) => !besides[path]?.includes(each)),
      advice,
    ).toEqual([name]);
  });

  it("holds no exception that is not there any more", () => {
    expect(Object.keys(allowed).filter((path) => !files.includes(path))).toEqual([]);
  });
});
