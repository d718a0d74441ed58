import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { decisions, posts, restrictions, revisions, shownTestimonials, statements } from "@/db/schema";
import { insistOnVoice } from "@/lib/members/insist-on-voice";
import { getProfile } from "@/lib/members/queries";
import { actorOf } from "@/lib/testing/actors";
import { purgedBy } from "@/lib/testing/announcements";
import { aMember, aPost, aTechnique, aTestimonial, aThread, daysAgo } from "@/lib/testing/factories";
import { codeOf, outcomesOf } from "@/lib/testing/refusals";
import { aCase } from "@/lib/testing/reports";
import { commentRow, threadRow } from "@/lib/testing/rows";
import { aComment } from "@/lib/testing/factories";
import { decideCase, type NewDecision } from "./decide-case";
import { reverseDecision } from "./reverse-decision";
import { lockSubject } from "./locked-case";
import { redactedMark } from "./text-fields";

const aModerator = async () => actorOf(await aMember({ role: "moderator" }));

async function decide(about: Parameters<typeof aCase>[0], given: Partial<NewDecision>) {
  const opened = await aCase(about);
  const base = { measure: "keep", rule: "kindness", reason: "It is unkind to the person." } as const;
  await decideCase(await aModerator(), { case: opened.id, version: opened.version, ...base, ...given });
  return db.select().from(decisions).where(eq(decisions.caseId, opened.id)).orderBy(decisions.id);
}

async function undo(made: typeof decisions.$inferSelect | undefined) {
  if (!made) throw new Error("nothing was decided");
  await db.transaction(async (tx) => {
    const found = await lockSubject(tx, made.caseId);
    if (found) await reverseDecision(tx, found, made);
  });
}

describe("a passage", () => {
  it("goes from the title, the text, the address and earlier wordings, and comes back whole", async () => {
    const phone = "0123 456 789";
    const post = await aPost({ body: `Call me: ${phone}. Or **write**.`, title: `Call ${phone} now` });
    await db.insert(revisions).values({
      threadId: post.id,
      editedBy: post.authorId,
      title: null,
      body: `Was ${phone}`,
      bodyHtml: `<p>Was ${phone}</p>`,
    });
    const [made] = await decide({ thread: post }, { measure: "redact", rule: "privacy", passage: phone });
    const words = async () => {
      const [text] = await db.select().from(posts).where(eq(posts.threadId, post.id));
      const [earlier] = await db.select().from(revisions).where(eq(revisions.threadId, post.id));
      const { title, slug, excerpt } = await threadRow(post.id);
      return JSON.stringify({ text, earlier, title, slug, excerpt });
    };
    expect(await words()).not.toMatch(/0123|456/);
    expect(await words()).toContain(redactedMark);
    await undo(made);
    const back = await words();
    expect(back.split(phone)).toHaveLength(7);
    expect(back).not.toContain(redactedMark);
  });

  it("goes from a testimonial, whose answers nobody else may write", async () => {
    const told = await aTestimonial({ answers: { story: "My doctor, Dr Weiss, said so.", tip: "Ask Dr Weiss." } });
    const [made] = await decide({ thread: told }, { measure: "redact", rule: "privacy", passage: "Dr Weiss" });
    const shown = async () =>
      (await db.select().from(shownTestimonials).where(eq(shownTestimonials.threadId, told.id)))[0];
    expect(JSON.stringify(await shown())).not.toContain("Weiss");
    await undo(made);
    expect(await shown()).toMatchObject({ story: "My doctor, Dr Weiss, said so.", tip: "Ask Dr Weiss." });
  });

  it("is refused where it does not stand, and leaves what its author wrote since", async () => {
    const thread = await aThread();
    const comment = await aComment({ thread, body: "I live at Mill Lane 4." });
    const opened = await aCase({ thread, comment });
    const redact = {
      case: opened.id,
      version: 1,
      measure: "redact",
      rule: "privacy",
      reason: "It is private.",
    } as const;
    expect(await codeOf(decideCase(await aModerator(), { ...redact, passage: "Mill Road" }))).toBe("passage_not_found");
    await decideCase(await aModerator(), { ...redact, passage: "Mill Lane 4" });
    expect(await commentRow(comment.id)).toMatchObject({ body: `I live at ${redactedMark}.` });
    await db.execute(sql`UPDATE comments SET body = 'Something new.' WHERE id = ${comment.id}`);
    const [made] = await db.select().from(decisions).where(eq(decisions.caseId, opened.id));
    await undo(made);
    expect(await commentRow(comment.id)).toMatchObject({ body: "Something new." });
  });
});

describe("what happens to a thread", () => {
  it("moves it, with the lists of both techniques, and back", async () => {
    const [post, to] = [await aPost(), await aTechnique()];
    let made: (typeof decisions.$inferSelect)[] = [];
    const tags = await purgedBy(async () => {
      made = await decide({ thread: post }, { measure: "move", rule: "on_topic", technique: to.slug });
    });
    expect(tags).toEqual(
      expect.arrayContaining([`list:technique:${post.techniqueId}`, `list:technique:${to.id}`, `thread:${post.id}`]),
    );
    expect(await threadRow(post.id)).toMatchObject({ techniqueId: to.id });
    await undo(made[0]);
    expect(await threadRow(post.id)).toMatchObject({ techniqueId: post.techniqueId });
    expect(await codeOf(decide({ thread: await aPost() }, { measure: "move", technique: "none-such" }))).toBe(
      "technique_unknown",
    );
  });

  it("slows it and ends that", async () => {
    const thread = await aPost();
    await decide({ thread }, { measure: "slow" });
    expect((await threadRow(thread.id)).slowedAt).not.toBeNull();
    await decide({ thread }, { measure: "lift_slow" });
    expect((await threadRow(thread.id)).slowedAt).toBeNull();
  });

  it("restores it exactly as it was", async () => {
    const thread = await aPost({ lastActivityAt: daysAgo(9) });
    await aComment({ thread });
    const before = await threadRow(thread.id);
    const [hidden] = await decide({ thread }, { measure: "hide" });
    await undo(hidden);
    expect(await threadRow(thread.id)).toEqual(before);
    await decide({ thread }, { measure: "remove" });
    await decide({ thread }, { measure: "restore", rule: "none" });
    expect(await threadRow(thread.id)).toEqual(before);
  });

  it("lets what waited appear as something new", async () => {
    const thread = await aPost({ heldAt: daysAgo(1), publishedAt: daysAgo(1), lastActivityAt: daysAgo(1) });
    await decide({ thread }, { measure: "restore", rule: "none" });
    const shown = await threadRow(thread.id);
    expect(shown.visible).toBe(true);
    expect(Date.now() - shown.publishedAt.getTime()).toBeLessThan(60_000);
    expect(Date.now() - shown.lastActivityAt.getTime()).toBeLessThan(60_000);
  });
});

describe("what happens to a person", () => {
  it("restricts them in the same transaction, tells them until when, and ends when it is lifted", async () => {
    const author = await aMember();
    const thread = await aThread({ author });
    const speak = () => db.transaction((tx) => insistOnVoice(tx, actorOf(author)));
    await speak();
    const made = await decide({ thread }, { measure: "hide", penalty: "silence", days: 3 });
    expect(made.map(({ kind }) => kind)).toEqual(["hide", "silence"]);
    expect(await codeOf(speak())).toBe("silenced");
    const told = await db.select().from(statements).where(eq(statements.memberId, author.id)).orderBy(statements.id);
    expect(told.map(({ kind, scope }) => [kind, scope])).toEqual([
      ["hide", "text"],
      ["silence", "account"],
    ]);
    expect(Number(told[1]?.endsAt) - Date.now()).toBeGreaterThan(71 * 3_600_000);
    await decide({ thread, reporter: await aMember() }, { measure: "keep", penalty: "lift_silence", rule: "none" });
    await speak();
  });

  it("ends by itself", async () => {
    const author = await aMember();
    await decide({ thread: await aThread({ author }) }, { penalty: "suspend", days: 1 });
    const speak = () => db.transaction((tx) => insistOnVoice(tx, actorOf(author)));
    expect(await codeOf(speak())).toBe("suspended");
    await db.execute(sql`UPDATE restrictions SET ends_at = now() - interval '1 second' WHERE member_id = ${author.id}`);
    await speak();
  });

  it("undoes one penalty and leaves another", async () => {
    const author = await aMember();
    const [ban] = await decide({ thread: await aThread({ author }) }, { penalty: "ban" });
    await decide({ thread: await aThread({ author }) }, { penalty: "silence", days: 7 });
    await undo(ban);
    const speak = () => db.transaction((tx) => insistOnVoice(tx, actorOf(author)));
    expect(await codeOf(speak())).toBe("silenced");
    const rows = await db.select().from(restrictions).where(eq(restrictions.memberId, author.id));
    expect(rows.filter(({ liftedAt }) => liftedAt === null)).toHaveLength(1);
  });

  it("is for admins alone where the author is staff", async () => {
    const thread = await aThread({ author: await aMember({ role: "moderator" }) });
    expect(await codeOf(decide({ thread }, { penalty: "warn" }))).toBe("decision_not_offered");
  });

  it("hides what somebody wrote about themselves", async () => {
    const member = await aMember({ bio: "Buy my oil.", bioHtml: "<p>Buy my oil.</p>" });
    const tags = await purgedBy(() => decide({ member }, { measure: "hide", rule: "promotion" }).then(() => undefined));
    expect(tags).toContain(`member:${member.id}`);
    expect((await getProfile(member.handle))?.bioHtml).toBe("");
    await decide({ member }, { measure: "restore", rule: "none" });
    expect((await getProfile(member.handle))?.bioHtml).toBe("<p>Buy my oil.</p>");
  });
});

describe("the database", () => {
  it("refuses a decision without a statement, whoever writes it", async () => {
    const opened = await aCase({ thread: await aThread() });
    const moderatorId = (await aMember({ role: "moderator" })).id;
    const values = { caseId: opened.id, moderatorId, reason: "It was unkind." };
    await expect(db.insert(decisions).values({ ...values, kind: "hide", rule: "kindness" })).rejects.toThrow();
    await db.insert(decisions).values({ ...values, kind: "remove", rule: "spam" });
    await db.insert(decisions).values({ ...values, kind: "keep", rule: "none" });
  });

  it("refuses that the software does more than hide", async () => {
    const opened = await aCase({ thread: await aThread() });
    const values = { caseId: opened.id, moderatorId: null, rule: "spam", reason: "It was unkind." } as const;
    await expect(db.insert(decisions).values({ ...values, kind: "ban" })).rejects.toThrow();
  });
});

describe("fifty moderators at once", () => {
  it("make one decision", async () => {
    const thread = await aThread();
    const opened = await aCase({ thread });
    const moderators = await Promise.all(Array.from({ length: 50 }, aModerator));
    const attempts = moderators.map((moderator, index) =>
      decideCase(moderator, {
        ...{ case: opened.id, version: opened.version, rule: "kindness", reason: "It is unkind to the person." },
        measure: index % 2 ? "hide" : "remove",
      }),
    );
    const outcomes = await outcomesOf(attempts);
    expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "case_changed")).toHaveLength(49);
    expect(await db.select().from(decisions).where(eq(decisions.caseId, opened.id))).toHaveLength(1);
    expect(await db.select().from(statements).where(eq(statements.memberId, thread.authorId))).toHaveLength(1);
  });
});
