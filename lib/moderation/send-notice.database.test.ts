import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { cases, notices } from "@/db/schema";
import { viewerOf } from "@/lib/testing/actors";
import { purgedBy } from "@/lib/testing/announcements";
import { aComment, aMember, aThread, aWord, daysAgo, type Member } from "@/lib/testing/factories";
import { aNotice } from "@/lib/testing/notices";
import { refusalOf } from "@/lib/testing/refusals";
import { aCase, caseRow } from "@/lib/testing/reports";
import { countOf, eventsOf, waitingJobs } from "@/lib/testing/rows";
import { wordIsIn } from "@/lib/testing/words";
import { listNotices } from "./queries-notices";
import { isReference } from "./schema";
import { sendNotice, type NewNotice } from "./send-notice";

/** Each sends from a network of their own, so that only the tests about rates meet them. */
const send = (input: NewNotice, { viewer = null as Member | null, network = aWord() } = {}) =>
  sendNotice(viewer && viewerOf(viewer), input, network);
const refused = async (input: NewNotice, viewer?: Member) => {
  const { code, field } = await refusalOf(send(input, { viewer }));
  return { code, field };
};
const atAddress = (code: string) => ({ code, field: "address" });
const casesOf = (threadId: number) => db.select().from(cases).where(eq(cases.threadId, threadId));
const noticeOf = async (reference: string) => {
  const [row] = await db.select().from(notices).where(eq(notices.reference, reference));
  if (!row) throw new Error("the notice is not there");
  return row;
};
const hoursFromNow = (at: Date) => (at.getTime() - Date.now()) / 3_600_000;

describe("sendNotice", () => {
  it("opens a case of something illegal, tells no page of it, and adds the job of the receipt", async () => {
    const thread = await aThread();
    let reference = "";
    const tags = await purgedBy(async () => {
      ({ reference } = await send(aNotice(`/posts/${thread.id}/x`, { email: " ANA@Example.org " })));
    });
    expect(tags).toEqual([]);
    expect(isReference(reference)).toBe(true);
    const [opened, ...others] = await casesOf(thread.id);
    expect(others).toEqual([]);
    const about = { commentId: null, memberId: null, authorId: thread.authorId, origin: "notice", reason: "illegal" };
    expect(opened).toMatchObject({ ...about, urgency: 1, reportCount: 1, weight: 0, distressing: false });
    expect(hoursFromNow(opened?.dueAt ?? new Date())).toBeCloseTo(24, 1);
    const row = await noticeOf(reference);
    expect(row).toMatchObject({ caseId: opened?.id, address: `/posts/${thread.id}`, name: "Ana Öz" });
    expect(row).toMatchObject({ email: "ana@example.org", childAbuse: false, answeredAt: null, erasedAt: null });
    expect(await waitingJobs()).toContainEqual({ task: "send_notice_receipt", payload: { noticeId: row.id } });
    const detail = { caseId: opened?.id };
    expect(await eventsOf(thread.id)).toEqual([{ kind: "notice_received", actorId: null, detail }]);
  });

  it("finds a comment, an article and a member by their addresses", async () => {
    const article = await aThread({ kind: "article" });
    const comment = await aComment({ thread: article });
    const member = await aMember();
    const whole = `http://localhost:3000/articles/${article.slug}`;
    for (const [address, about, path] of [
      [`${whole}#comment-1`, { commentId: comment.id }, `/articles/${article.slug}#comment-1`],
      [whole, { threadId: article.id, commentId: null }, `/articles/${article.slug}`],
      [`/posts/${article.id}?comment=1`, { commentId: comment.id }, `/posts/${article.id}#comment-1`],
      [`/members/${member.handle}`, { memberId: member.id, threadId: null }, `/members/${member.handle}`],
    ] as const) {
      const { caseId, address: kept } = await noticeOf((await send(aNotice(address))).reference);
      expect(await caseRow(caseId)).toMatchObject(about);
      expect(kept).toBe(path);
    }
  });

  it("joins the case that is open and makes it as urgent as it is", async () => {
    const thread = await aThread();
    const open = await aCase({ thread, reason: "spam", dueAt: daysAgo(-2) });
    await send(aNotice(`/posts/${thread.id}`));
    const joined = await caseRow(open.id);
    expect(joined).toMatchObject({ reason: "illegal", origin: "report", reportCount: 2, version: open.version + 1 });
    expect(hoursFromNow(joined.dueAt)).toBeCloseTo(24, 1);
  });

  it("about the abuse of a child needs no sender, is blurred, and waits an hour at most", async () => {
    const thread = await aThread();
    const before = (await waitingJobs()).length;
    const { reference } = await send(aNotice(`/posts/${thread.id}`, { childAbuse: true, name: "", email: "" }));
    expect(await noticeOf(reference)).toMatchObject({ name: null, email: null, childAbuse: true });
    const [opened] = await casesOf(thread.id);
    expect(opened).toMatchObject({ distressing: true, urgency: 1 });
    expect(hoursFromNow(opened?.dueAt ?? new Date())).toBeCloseTo(1, 1);
    expect(opened?.queueAt).toEqual(opened?.dueAt);
    // There is nobody to mail.
    expect(await waitingJobs()).toHaveLength(before);
  });

  it("keeps name and address in their own table, and no sender's words outside of it", async () => {
    const thread = await aThread();
    const [name, mail, why] = [aWord(), aWord(), aWord()];
    const key = aWord();
    const email = `${mail}@example.org`;
    await send(aNotice(`/posts/${thread.id}`, { name, email, why: `It is against the law: ${why}`, key }));
    for (const word of [name, mail, why]) expect(await wordIsIn(word)).toEqual(["identity.notices"]);
  });

  it("is listed with its case, for moderators", async () => {
    const thread = await aThread();
    const one = await send(aNotice(`/posts/${thread.id}`, { email: "one@example.org" }));
    const two = await send(aNotice(`/posts/${thread.id}`, { childAbuse: true, name: "", email: "" }));
    const [{ id = 0 } = {}] = await casesOf(thread.id);
    expect(await listNotices(id)).toMatchObject([
      { ...one, name: "Ana Öz", email: "one@example.org", childAbuse: false, address: `/posts/${thread.id}` },
      { ...two, name: null, email: null, childAbuse: true },
    ]);
  });
});

describe("sendNotice refuses", () => {
  it.each([
    ["another site", "https://example.org/posts/1/x", "notice_elsewhere"],
    ["what is no address", "in the second thread", "notice_elsewhere"],
    ["a page without anybody's words", "/techniques/shiatsu", "notice_no_content"],
    ["a thread that never was", "/posts/987654321/x", "notice_nothing_there"],
    ["a comment of a thread that never was", "/posts/987654321/x#comment-1", "notice_nothing_there"],
    ["an article that never was", "/articles/never-was", "notice_nothing_there"],
    ["a member that never was", "/members/never_was", "notice_nothing_there"],
  ])("%s", async (_what, address, code) => {
    const before = [await countOf("identity.notices"), await countOf("cases")];
    expect(await refused(aNotice(address))).toEqual(atAddress(code));
    expect([await countOf("identity.notices"), await countOf("cases")]).toEqual(before);
  });

  it("a persona, which has no page", async () => {
    const persona = await aMember({ kind: "persona", accountId: null, handle: `someone_${aWord().slice(4, 14)}` });
    expect(await refused(aNotice(`/members/${persona.handle}`))).toEqual(atAddress("notice_nothing_there"));
  });

  it("an address of mail that is none", async () => {
    const thread = await aThread();
    for (const email of ["ana", "a@b", "ana@example.org, bo@example.org", "ana@example.org bcc:x@example.org"]) {
      expect(await refused(aNotice(`/posts/${thread.id}`, { email }))).toEqual({ code: "email_wrong", field: "email" });
    }
    expect(await casesOf(thread.id)).toEqual([]);
  });

  it("a comment that never was, to whoever can read the thread", async () => {
    const [forAll, forMembers] = [await aThread(), await aThread({ audience: "members" })];
    const at = ({ id }: { id: number }) => aNotice(`/posts/${id}#comment-7`);
    expect(await refused(at(forAll))).toEqual(atAddress("notice_no_comment"));
    expect(await refused(at(forMembers), await aMember())).toEqual(atAddress("notice_no_comment"));
  });
});

describe("what a stranger learns", () => {
  const states: [string, Parameters<typeof aThread>[0]][] = [
    ["for members only", { audience: "members" }],
    ["hidden", { hiddenAt: daysAgo(1) }],
    ["removed", { removedAt: daysAgo(1) }],
    ["withdrawn", { withdrawnAt: daysAgo(1) }],
    ["held", { heldAt: daysAgo(1) }],
  ];

  it.each(states)("of a thread that is %s: no more than of a public one, comments included", async (_name, state) => {
    const thread = await aThread(state);
    const comment = await aComment({ thread });
    for (const part of ["", "#comment-1", "#comment-2", "#comment-999"]) {
      const { reference } = await send(aNotice(`/posts/${thread.id}${part}`));
      const row = await noticeOf(reference);
      // What was typed stands in the notice; how many comments there are stands nowhere.
      expect(row.address).toBe(`/posts/${thread.id}${part}`);
      const commentId = part === "#comment-1" ? comment.id : null;
      expect(await caseRow(row.caseId)).toMatchObject({ threadId: thread.id, commentId });
    }
  });

  it.each(states)(
    "of an article that is %s: nothing, because its address is made of its title",
    async (_name, state) => {
      const { slug } = await aThread({ kind: "article", ...state });
      const never = await refused(aNotice("/articles/never-was"));
      for (const part of ["", "#comment-1"]) expect(await refused(aNotice(`/articles/${slug}${part}`))).toEqual(never);
    },
  );

  it("not even with an account that is suspended; a member's notice about it is taken", async () => {
    const { slug } = await aThread({ kind: "article", audience: "members" });
    const member = await aMember();
    const suspended = { ...viewerOf(member), restriction: "suspend" as const };
    const { code } = await refusalOf(sendNotice(suspended, aNotice(`/articles/${slug}`), aWord()));
    expect(code).toBe("notice_nothing_there");
    expect(isReference((await send(aNotice(`/articles/${slug}`), { viewer: member })).reference)).toBe(true);
  });
});
