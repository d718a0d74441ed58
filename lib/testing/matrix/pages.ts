import { db } from "@/db/client";
import { revisions } from "@/db/schema";
import { threadPath } from "@/lib/platform/urls";
import {
  aComment,
  aDraft,
  aMember,
  aPost,
  aTechnique,
  aTestimonial,
  aThread,
  daysAgo,
  type Member,
} from "../factories";
import { anIssue } from "../newsletter";
import { aCase, aStatement } from "../reports";
import { anyone, type Outcomes } from "./personas";

/**
 * A page or route, an address of it, and what each kind of person gets: a status, or the address to which they are sent.
 * `me` is who asks; for a visitor somebody else.
 */
export type PageRow = {
  route: string;
  on: string;
  path: (me: Member) => Promise<string> | string;
  method?: "POST";
  outcomes: Outcomes;
};

const all = anyone("200");
const signIn = "/auth/sign-in";
const welcome = "/auth/welcome";
const ownPage: Outcomes = { ...all, visitor: signIn, joining: welcome };
/** What suspended and banned people do not have. */
const openPage: Outcomes = { ...ownPage, suspended: "/me/statements", banned: "/me/statements" };
const nothing = anyone("404");
const staffPage: Outcomes = { ...nothing, visitor: signIn, moderator: "200", admin: "200" };
const editorPage: Outcomes = { ...nothing, visitor: signIn, editor: "200", admin: "200" };
const membersPage: Outcomes = { ...all, visitor: "404", joining: "404", suspended: "404", banned: "404" };

const keeping = (outcome: string): Outcomes => ({
  ...anyone(outcome),
  ...{ visitor: "401", joining: "401", suspended: "403", banned: "403" },
});

const row = (route: string, outcomes: Outcomes, path: PageRow["path"] = () => route, on = ""): PageRow => ({
  route,
  on,
  path,
  outcomes,
});

const gone = daysAgo(1);
const pathOf = async (thread: Parameters<typeof threadPath>[0] | Promise<Parameters<typeof threadPath>[0]>) =>
  threadPath(await thread);

const shared: PageRow[] = [
  ...["/", "/techniques", "/articles", "/what-helped", "/what-helped/method", "/guidelines", "/safety", "/privacy"].map(
    (route) => row(route, all),
  ),
  ...["/write", "/write/post", "/write/testimonial"].map((route) => row(route, all)),
  row("/feed.xml", all),
  ...["/report", "/transparency", "/transparency/log"].map((route) => row(route, all)),
  ...["/transparency/decisions.csv", "/transparency/summary.csv"].map((route) => row(route, all)),
  row("/newsletter", all),
  row("/newsletter/confirm", all, () => "/newsletter/confirm?token=not-a-token"),
  row("/newsletter/leave", all, () => "/newsletter/leave?token=not-a-token"),
  row("/unsubscribe", all, () => "/unsubscribe?token=not-a-token"),
  row("/unsubscribe/[list]", all, () => "/unsubscribe/digest"),
  row("/unsubscribe/[list]", nothing, () => "/unsubscribe/nothing", "that never was"),
  row("/newsletter/[step]", all, () => "/newsletter/sent"),
  row("/newsletter/[step]", nothing, () => "/newsletter/nothing", "that never was"),
  row("/report/[reference]", all, () => "/report/N-7KQ3-M9TD"),
  row("/techniques/[slug]", all, async () => `/techniques/${(await aTechnique()).slug}`),
  row("/techniques/[slug]/feed.xml", all, async () => `/techniques/${(await aTechnique()).slug}/feed.xml`),
  row("/members/[handle]", all, ({ handle }) => `/members/${handle}`),
  row("/posts/[id]/[slug]", all, () => pathOf(aPost())),
  row("/posts/[id]/[slug]", membersPage, () => pathOf(aPost({ audience: "members" })), "for members"),
  ...(["hiddenAt", "removedAt", "withdrawnAt", "heldAt"] as const).map((state) =>
    row("/posts/[id]/[slug]", nothing, (author) => pathOf(aPost({ author, [state]: gone })), `with ${state}`),
  ),
  row("/what-helped/[id]/[slug]", all, () => pathOf(aTestimonial())),
  row("/articles/[slug]", nothing, () => pathOf(aThread({ kind: "article", hiddenAt: gone })), "hidden"),
];

const own: PageRow[] = [
  ...["/me/standing", "/me/waiting"].map((route) => row(route, ownPage)),
  row("/me/settings/mail", ownPage),
  row("/me/settings/quiet", openPage),
  row("/me/drafts", ownPage),
  row("/me/drafts/[id]", ownPage, async (author) => `/me/drafts/${(await aDraft({ author })).id}`),
  row(
    "/me/drafts/[id]",
    { ...nothing, visitor: signIn, joining: welcome },
    async () => `/me/drafts/${(await aDraft({ author: await aMember() })).id}`,
    "of somebody else",
  ),
  row(
    "/me/reports/[id]/appeal",
    { ...nothing, visitor: signIn, joining: welcome },
    () => "/me/reports/987654321/appeal",
  ),
  row("/me", openPage),
  ...["/me/settings", "/me/statements", "/me/reports", "/me/testimonials"].map((route) => row(route, ownPage)),
  ...["/me/settings/following", "/me/notifications"].map((route) => row(route, openPage)),
  row("/me/report", openPage, async () => `/me/report?thread=${(await aPost()).id}`),
  row("/me/history", openPage, async () => {
    const comment = await aComment({ thread: await aPost() });
    const earlier = { body: "I said this before.", bodyHtml: "<p>I said this before.</p>" };
    await db.insert(revisions).values({ commentId: comment.id, editedBy: comment.authorId, ...earlier });
    return `/me/history?comment=${comment.id}`;
  }),
  row("/me/statements/[id]", ownPage, async (author) => {
    const statement = await aStatement({ thread: await aPost({ author }) });
    return `/me/statements/${statement.id}`;
  }),
  row(
    "/me/statements/[id]",
    { ...nothing, visitor: signIn, joining: welcome },
    async () => `/me/statements/${(await aStatement({ thread: await aPost() })).id}`,
    "to somebody else",
  ),
  row("/me/edit/post/[id]", openPage, async (author) => `/me/edit/post/${(await aPost({ author })).id}`),
  row(
    "/me/edit/post/[id]",
    { ...nothing, ...{ visitor: signIn, joining: welcome, suspended: "/me/statements", banned: "/me/statements" } },
    async () => `/me/edit/post/${(await aPost()).id}`,
    "of somebody else",
  ),
  row("/me/edit/comment/[id]", openPage, async (author) => {
    return `/me/edit/comment/${(await aComment({ thread: await aPost(), author })).id}`;
  }),
  row("/me/edit/testimonial/[id]", openPage, async (author) => {
    return `/me/edit/testimonial/${(await aTestimonial({ author })).id}`;
  }),
  row("/me/withdraw/thread/[id]", ownPage, async (author) => `/me/withdraw/thread/${(await aPost({ author })).id}`),
  row("/me/withdraw/comment/[id]", ownPage, async (author) => {
    return `/me/withdraw/comment/${(await aComment({ thread: await aPost(), author })).id}`;
  }),
  row("/me/testimonials/[id]/withdraw", ownPage, async (author) => {
    return `/me/testimonials/${(await aTestimonial({ author })).id}/withdraw`;
  }),
  row("/me/testimonials/[id]/follow-up", openPage, async (author) => {
    return `/me/testimonials/${(await aTestimonial({ author })).id}/follow-up?after=30_days`;
  }),
];

const staff: PageRow[] = [
  ...["/staff/appeals", "/staff/phrases", "/staff/templates"].map((route) => row(route, staffPage)),
  row("/staff/members/[handle]", staffPage, async () => `/staff/members/${(await aMember()).handle}`),
  row("/staff/cases/new", staffPage, async () => `/staff/cases/new?thread=${(await aPost()).id}`),
  ...["appeals/[id]", "batches/[id]", "templates/[id]"].map((route) =>
    row(`/staff/${route}`, nothing, () => `/staff/${route.replace("[id]", "987654321")}`, "that never was"),
  ),
  row("/staff", { ...staffPage, moderator: "/staff/queue", admin: "/staff/queue" }),
  row("/staff/queue", staffPage),
  row("/staff/log", staffPage),
  row("/staff/cases/[id]", staffPage, async () => `/staff/cases/${(await aCase({ thread: await aPost() })).id}`),
  row("/staff/newsletter", editorPage),
  row("/staff/newsletter/new", editorPage),
  row("/staff/newsletter/[id]", editorPage, async () => `/staff/newsletter/${(await anIssue()).id}`),
  row("/staff/newsletter/[id]", nothing, () => "/staff/newsletter/987654321", "that never was"),
  row("/staff/newsletter/[id]/send", editorPage, async () => `/staff/newsletter/${(await anIssue()).id}/send`),
  row("/staff/articles", editorPage),
  row("/staff/articles/new", editorPage),
  row("/staff/articles/[id]", nothing, () => "/staff/articles/987654321", "that never was"),
  row("/staff/articles/[id]/quotes", nothing, () => "/staff/articles/987654321/quotes", "that never was"),
].map((each) => (each.on ? { ...each, outcomes: { ...each.outcomes, visitor: signIn } } : each));

const doors: PageRow[] = [
  row("/auth/sign-in", all),
  row("/auth/sent", all),
  row("/auth/confirm", all, () => "/auth/confirm?token=not-a-token"),
  row("/auth/link-over", all),
  row("/auth/first-admin", all),
  row("/auth/welcome", { ...anyone("/me"), visitor: signIn, joining: "200" }),
];

const calls: PageRow[] = [
  row("/api/me/drafts", keeping("200"), ({ id }) => `/api/me/drafts?place=post&member=${id}`),
  row("/api/me/drafts", keeping("401"), () => "/api/me/drafts?place=post&member=987654321", "as somebody else"),
  // What is sent here is no draft.
  { ...row("/api/me/drafts", keeping("400")), method: "POST" },
  row("/api/staff/queue", { ...anyone("401"), moderator: "200", admin: "200" }),
  row("/api/auth/[...nextauth]", nothing, () => "/api/auth/session", "which tells nobody anything"),
  { ...row("/api/preview", { ...all, visitor: "401", joining: "401" }), method: "POST" },
  // Before anything else it asks for the token, and for nobody's session.
  { ...row("/api/unsubscribe", nothing, () => "/api/unsubscribe?token=not-a-token", "by a press"), method: "POST" },
  row("/api/unsubscribe", anyone("/newsletter/leave"), () => "/api/unsubscribe?token=not-a-token", "opened"),
  { ...row("/api/theme", anyone("/")), method: "POST" },
  { ...row("/api/sign-out", anyone("/")), method: "POST" },
  row("/api/threads/[id]/comments", all, async () => `/api/threads/${(await aPost()).id}/comments?after=0`),
  row(
    "/api/threads/[id]/comments",
    membersPage,
    async () => `/api/threads/${(await aPost({ audience: "members" })).id}/comments?after=0`,
    "for members",
  ),
  row("/dev/mailbox", all),
  row("/dev/mailbox.json", all),
];

/** Every page and route of `app/`. One that stands nowhere here fails the build. */
export const pages: PageRow[] = [...shared, ...own, ...staff, ...doors, ...calls];
