import { describe, expect, it } from "vitest";
import { filesIn, importsOf } from "./source";

const shown = filesIn("app", "components");

/** What pages and components may take from a domain; the rest of its folder is its verbs' business. */
const open = /^lib\/[a-z]+\/((schema|labels|queries)(-[a-z]+)*|policy|actions|limits)$/;
const alwaysOpen = /^lib\/(platform|serving)\//;

/** Everything else, with its reason. */
const allowed = new Set([
  // Who may open the staff's pages.
  "lib/moderation/gate",
  // What open forms call, also while their page is left.
  "lib/drafts/draft-route",
  // next-auth's callback.
  "lib/members/session-route",
  // A mail program's one press, which is no form of a page.
  "lib/newsletter/leave-newsletter",
  "lib/mailings/leave-mails",
  "lib/testimonials/leave-reminders",
]);

describe("pages and components", () => {
  it("are found", () => {
    expect(shown.length).toBeGreaterThan(100);
  });

  it.each(shown)("%s takes nothing from the database or from a verb", (path) => {
    const taken = importsOf(path)
      .filter(({ from, typesOnly }) => !typesOnly && /^(db|lib)\//.test(from))
      .map(({ from }) => from)
      .filter((from) => !open.test(from) && !alwaysOpen.test(from) && !allowed.has(from));
    expect(taken, "read through a domain's queries, write through its actions").toEqual([]);
  });
});

describe("domains", () => {
  it.each(filesIn("lib", "db"))("%s knows no page and no component", (path) => {
    expect(importsOf(path).filter(({ from }) => /^(app|components)\//.test(from))).toEqual([]);
  });
});
