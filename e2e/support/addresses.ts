import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { follows, heldEdits, members, offers, threads } from "@/db/schema";
import { removeSpam } from "@/lib/moderation/remove-spam";
import { actorOf } from "@/lib/testing/actors";
import {
  aBlock,
  aComment,
  aDraft,
  aMember,
  aMute,
  anAccount,
  aQuote,
  daysAgo,
  hoursAgo,
  type Member,
} from "@/lib/testing/factories";
import { anAppeal, aRestriction } from "@/lib/testing/decisions";
import { anIssue } from "@/lib/testing/newsletter";
import { aHelper } from "@/lib/testing/offers";
import { aWatchedPhrase } from "@/lib/testing/screening";
import { aNotification } from "@/lib/testing/notified";
import { aCase, aStatement } from "@/lib/testing/reports";
import { aReportedComment, seen } from "@/lib/testing/spam";
import { threadPath } from "@/lib/platform/urls";
import { appealAddresses, objectionAddresses } from "./appeals";
import { aQuestion, aStory, sampleMember, techniqueOf } from "./things";

type Kind = "question" | "testimonial" | "article";

/** The sample's thread of a kind with the most to read. */
export async function busiest(kind: Kind): Promise<string> {
  const [thread] = await db
    .select()
    .from(threads)
    .where(sql`${threads.kind} = ${kind} AND ${threads.visible} AND ${threads.audience} = 'public'`)
    .orderBy(sql`${threads.commentCount} DESC`)
    .limit(1);
  if (!thread) throw new Error(`the sample has no ${kind}`);
  return threadPath(thread);
}

/** What anybody can open, with the sample community in it. */
export async function publicAddresses(): Promise<string[]> {
  return [
    "/",
    "/techniques",
    "/techniques/shiatsu",
    "/techniques/shiatsu?kind=question",
    "/articles",
    await busiest("article"),
    await busiest("question"),
    "/what-helped",
    "/what-helped?technique=trigger-point&among=setting%3Aduring_attack&sort=thanked",
    "/what-helped/method",
    await busiest("testimonial"),
    "/members/wren_physio",
    "/guidelines",
    "/safety",
    "/privacy",
    "/report",
    "/report?address=/posts/1%23comment-1",
    "/report/N-7KQ3-M9TD",
    "/newsletter",
    "/newsletter/sent",
    "/newsletter/left",
    "/newsletter/confirm?token=not-a-token",
    "/newsletter/leave?token=not-a-token",
    "/unsubscribe?token=not-a-token",
    "/unsubscribe/at-once",
    "/transparency",
    "/transparency/log",
    "/write",
    "/auth/sign-in",
    "/auth/sent",
    "/auth/confirm?token=not-a-token",
    "/auth/link-over",
    "/dev/mailbox",
  ];
}

/** A member's own pages, with something of theirs on each. */
export async function memberAddresses(member: Member): Promise<string[]> {
  const thread = await aQuestion({ author: member });
  const elsewhere = await aQuestion();
  const comment = await aComment({ thread: elsewhere, author: member });
  const story = await aStory({ author: member });
  const statement = await aStatement({ thread });
  await aNotification({ member, thread, actor: await aMember(), kind: "reply" });
  await aNotification({ member, thread: elsewhere, actor: await aMember(), readAt: new Date() });
  // Before the pause of their appeals, which is among their statements.
  const objections = await objectionAddresses(member);
  await anAppeal({ decision: (await aRestriction({ member, kind: "pause_appeals" })).decision, outcome: "refused" });
  await aRestriction({ member, kind: "pause_reports", liftedAt: new Date() });
  await aQuestion({ author: member, heldAt: new Date() });
  await aComment({ thread: elsewhere, author: member, heldAt: new Date() });
  await db.insert(heldEdits).values({ commentId: comment.id, body: "Shorter, at elsewhere.example.com." });
  const quiet = await unwantedBy(member);
  const technique = await techniqueOf("self-massage");
  await aHelper({ member, technique });
  const waiting = await aQuestion({ techniqueId: technique.id, publishedAt: hoursAgo(7), audience: "members" });
  await db.insert(offers).values({ memberId: member.id, threadId: waiting.id });
  const draft = await aDraft({ author: member, place: `comment-${elsewhere.id}` });
  const told = await aDraft({ author: member, place: "testimonial", values: { effect: ["no_change"] } });
  await aDraft({
    author: member,
    place: `edit-post-${thread.id}`,
    values: { title: ["Another title"], kind: ["advice"] },
  });
  return [
    "/me",
    "/me/waiting",
    "/me/settings",
    "/me/settings/mail",
    "/me/settings/quiet",
    "/me/reports?thanks=report",
    ...quiet,
    "/me/drafts",
    `/me/drafts/${draft.id}`,
    `/me/drafts/${told.id}`,
    "/me/notifications",
    "/me/settings/following",
    "/me/statements",
    `/me/statements/${statement.id}`,
    ...objections,
    "/me/standing",
    "/me/reports",
    `/me/report?thread=${elsewhere.id}`,
    "/me/report?member=wren_physio",
    `/me/edit/post/${thread.id}`,
    "/me/testimonials",
    `/me/testimonials/${story.id}/withdraw`,
    `/me/testimonials/${story.id}/follow-up?after=30_days`,
    `/me/edit/testimonial/${story.id}`,
    `/me/edit/comment/${comment.id}`,
    `/me/withdraw/thread/${thread.id}`,
    `/me/withdraw/comment/${comment.id}`,
    threadPath(thread),
    "/write",
    "/write/post",
    "/write/testimonial",
  ];
}

/** Of everything that can be kept from somebody one, and the pages that say so. */
async function unwantedBy(member: Member): Promise<string[]> {
  const [blocked, thread] = [await aMember(), await aQuestion()];
  const theirs = await aQuestion({ author: blocked });
  const worded = await aQuestion({ body: "They offered botox." });
  await aBlock({ by: member, of: blocked });
  await aMute({ by: member, thread });
  await aMute({ by: member, technique: await techniqueOf("shiatsu") });
  await aMute({ by: member, word: "botox" });
  await aCase({ thread: await aQuestion(), reporter: member });
  return [`/members/${blocked.handle}`, ...[theirs, worded, thread].map(threadPath)];
}

export async function staffAddresses(): Promise<string[]> {
  const [open] = await db.execute<{ id: number }>(
    sql`SELECT id::int FROM cases WHERE closed_at IS NULL ORDER BY id LIMIT 1`,
  );
  const thread = await aQuestion();
  await aStatement({ thread });
  const [closed] = await db.execute<{ id: number }>(sql`SELECT id::int FROM cases WHERE thread_id = ${thread.id}`);
  await aWatchedPhrase({ act: "note", note: "Is it your own?" });
  const spam = await aReportedComment(await aMember());
  const { batchId } = await removeSpam(actorOf(await aMember({ role: "moderator" })), { chosen: seen(spam.opened) });
  const [text] = await db.execute<{ id: number }>(sql`SELECT min(id)::int AS id FROM decision_templates`);
  const [author] = await db.select().from(members).where(eq(members.id, thread.authorId));
  return [
    "/staff/queue",
    "/staff/queue?show=mine",
    ...(await appealAddresses()),
    `/staff/cases/${open?.id}`,
    `/staff/cases/${closed?.id}`,
    `/staff/batches/${batchId}`,
    `/staff/cases/${open?.id}?template=${text?.id}`,
    `/staff/cases/new?thread=${thread.id}`,
    `/staff/members/${author?.handle}`,
    "/staff/templates",
    `/staff/templates/${text?.id}`,
    "/staff/log",
    "/staff/log?about=case",
    "/staff/phrases?try=pain",
  ];
}

/** An editor's pages, with an article of the sample and a quote in it. */
export async function editorAddresses(): Promise<string[]> {
  const [article] = await db
    .select()
    .from(threads)
    .where(sql`${threads.kind} = 'article' AND ${threads.visible}`)
    .limit(1);
  const story = await aStory({ agreed: ["shown", "quoted"], answers: { story: "It was calm after it." } });
  await aQuote({ testimonial: story, article, passage: "It was calm after it." });
  return [
    "/staff/articles",
    "/staff/articles/new",
    `/staff/articles/${article?.id}`,
    `/staff/articles/${article?.id}/quotes`,
    ...(await newsletterAddresses()),
  ];
}

/** A draft, and one that was begun long ago. */
async function newsletterAddresses(): Promise<string[]> {
  const draft = await anIssue();
  const at = daysAgo(200 + Math.random() * 100_000);
  const sent = await anIssue({ scheduledFor: at, startedAt: at, finishedAt: at });
  return [
    ...["/staff/newsletter", "/staff/newsletter/new"],
    ...[draft, sent].map(({ id }) => `/staff/newsletter/${id}`),
    `/staff/newsletter/${draft.id}/send`,
  ];
}

export type Somebody = "visitor" | "joining" | "member" | "staff" | "editor";

type Round = { person: { accountId: number | null } | null; paths: string[] };

/** Who opens what. */
export async function roundOf(who: Somebody): Promise<Round> {
  if (who === "visitor") return { person: null, paths: await publicAddresses() };
  if (who === "staff") return { person: await sampleMember("moderator"), paths: await staffAddresses() };
  if (who === "editor") return { person: await sampleMember("editor"), paths: await editorAddresses() };
  if (who === "joining") {
    const { id } = await anAccount();
    return { person: { accountId: id }, paths: ["/auth/welcome", "/write"] };
  }
  const member = await aMember();
  await db.insert(follows).values({ followerId: member.id, techniqueId: (await techniqueOf("shiatsu")).id });
  return { person: member, paths: await memberAddresses(member) };
}
