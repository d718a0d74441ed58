import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { allowedHosts, auditLog, decisions, watchedPhrases } from "@/db/schema";
import { fillReference } from "@/db/seed/reference";
import { actorOf } from "@/lib/testing/actors";
import { aComment, aMember, aPost, aTestimonial, aThread, aWord, daysAgo, hoursAgo } from "@/lib/testing/factories";
import { codeOf, outcomesOf, refusalOf } from "@/lib/testing/refusals";
import { aStatement } from "@/lib/testing/reports";
import { allowHost } from "./allow-host";
import { getExpectedWait, listHosts, listPhrases, tryPhrase } from "./queries";
import { removeHost } from "./remove-host";
import { retirePhrase } from "./retire-phrase";
import { watchPhrase } from "./watch-phrase";

const aModerator = async () => actorOf(await aMember({ role: "moderator" }));
const loggedBy = (actorId: number) =>
  db
    .select({ act: auditLog.act, subject: auditLog.subject, detail: auditLog.detail })
    .from(auditLog)
    .where(eq(auditLog.actorId, actorId))
    .orderBy(auditLog.id);

describe("a watched phrase", () => {
  it("is kept as it is compared, listed, and retired, each with its line in the log", async () => {
    const moderator = await aModerator();
    const word = aWord();
    const { id } = await watchPhrase(moderator, { phrase: `  Détox ${word}*`, act: "block", note: "No." });
    const listed = (await listPhrases()).find((each) => each.id === id);
    expect(listed).toMatchObject({ phrase: `detox ${word}*`, act: "block", note: "No.", by: moderator.handle });
    await retirePhrase(moderator, id);
    expect((await listPhrases()).some((each) => each.id === id)).toBe(false);
    expect(await codeOf(retirePhrase(moderator, id))).toBe("not_found");
    expect(await loggedBy(moderator.memberId)).toEqual([
      { act: "phrase_added", subject: `phrase:${id}`, detail: { act: "block" } },
      { act: "phrase_retired", subject: `phrase:${id}`, detail: {} },
    ]);
  });

  it("is watched once, however it is spelt, and again after it was retired", async () => {
    const moderator = await aModerator();
    const word = aWord();
    const watch = (phrase: string) => watchPhrase(moderator, { phrase, act: "hold", note: "" });
    expect(await outcomesOf([watch(word), watch(word.toUpperCase())])).toEqual(["done", "phrase_known"]);
    expect(await refusalOf(watch(word))).toMatchObject({ code: "phrase_known", field: "phrase" });
    const [row] = await db.select().from(watchedPhrases).where(eq(watchedPhrases.phrase, word));
    await retirePhrase(moderator, Number(row?.id));
    await watch(word);
  });

  it.each(["a*", "a\u200B", "ﷺ".repeat(20)])("refuses %j, of which too little or too much is left", async (phrase) => {
    expect(await codeOf(watchPhrase(await aModerator(), { phrase, act: "hold", note: "" }))).toBe("phrase_length");
  });
});

describe("a host on the list", () => {
  it("is added from an address, and removed, each with its line in the log", async () => {
    const moderator = await aModerator();
    const host = `${aWord()}.example.org`;
    await allowHost(moderator, `https://www.${host}/a?b`);
    expect(await listHosts()).toContainEqual({ host, by: moderator.handle });
    expect(await refusalOf(allowHost(moderator, host))).toMatchObject({ code: "host_known", field: "host" });
    await removeHost(moderator, host);
    expect((await listHosts()).some((each) => each.host === host)).toBe(false);
    expect(await codeOf(removeHost(moderator, host))).toBe("not_found");
    expect((await loggedBy(moderator.memberId)).map(({ act, subject }) => [act, subject])).toEqual([
      ["host_allowed", `host:${host}`],
      ["host_removed", `host:${host}`],
    ]);
  });

  it("has a name", async () => {
    expect(await refusalOf(allowHost(await aModerator(), "not a host"))).toMatchObject({ code: "host_wrong" });
  });

  it("stands there from the start, and does not come back once staff removed it", async () => {
    await fillReference(db);
    const hosts = async () => (await db.select().from(allowedHosts)).map(({ host }) => host);
    expect(await hosts()).toEqual(
      expect.arrayContaining(["doi.org", "ncbi.nlm.nih.gov", "nih.gov", "nhs.uk", "who.int"]),
    );
    await removeHost(await aModerator(), "doi.org");
    await fillReference(db);
    expect(await hosts()).not.toContain("doi.org");
  });
});

it.each(["member", "provider", "editor"] as const)("a %s decides nothing of it", async (role) => {
  const actor = actorOf(await aMember({ role }));
  const attempts = [
    watchPhrase(actor, { phrase: aWord(), act: "block", note: "" }),
    retirePhrase(actor, 1),
    allowHost(actor, "example.org"),
    removeHost(actor, "nih.gov"),
  ];
  expect(await outcomesOf(attempts)).toEqual(["not_allowed", "not_allowed", "not_allowed", "not_allowed"]);
});

describe("tryPhrase", () => {
  it("finds what the phrase would have caught, wherever it stands, and keeps nothing", async () => {
    const word = aWord();
    const before = await db.select().from(watchedPhrases);
    const [titled, told] = [
      await aPost({ title: `About ${word} and me` }),
      await aTestimonial({ answers: { story: word } }),
    ];
    const comment = await aComment({ thread: titled, body: `I say ${word}.` });
    await aPost({ body: `${word}ed` });
    const tried = await tryPhrase(word.toUpperCase());
    expect(tried).toMatchObject({ threads: 2, comments: 1, complete: true });
    expect(tried.examples.map(({ href }) => href).sort()).toEqual(
      [
        `/posts/${titled.id}/${titled.slug}`,
        `/posts/${titled.id}/${titled.slug}#comment-1`,
        `/what-helped/${told.id}/${told.slug}`,
      ].sort(),
    );
    expect(tried.examples.find(({ href }) => href?.endsWith("#comment-1"))?.extract).toBe(comment.body);
    expect(await db.select().from(watchedPhrases)).toEqual(before);
    expect((await tryPhrase(`${word}*`)).threads).toBe(3);
  });

  it("reads marks as a reader does, and not the answers that nobody may see", async () => {
    const word = aWord();
    const body = `I say ${word.slice(0, 6)}**${word.slice(6)}** now.`;
    await aComment({
      thread: await aThread(),
      body,
      bodyHtml: `<p>I say ${word.slice(0, 6)}<strong>${word.slice(6)}</strong> now.</p>`,
    });
    await aTestimonial({ agreed: ["counted"], answers: { story: word } });
    expect(await tryPhrase(word)).toMatchObject({ threads: 0, comments: 1 });
  });

  it("links to nothing that is gone, and leaves out what was taken back or is older than 90 days", async () => {
    const word = aWord();
    await aPost({ body: `My ${word} of today.`, removedAt: hoursAgo(1) });
    await aPost({ body: `My ${word} of yesterday.`, withdrawnAt: hoursAgo(1) });
    await aPost({ body: `My ${word} of last year.`, createdAt: daysAgo(91) });
    const { threads, examples } = await tryPhrase(word);
    expect(threads).toBe(1);
    expect(examples).toMatchObject([{ href: null, extract: expect.stringContaining("of today") }]);
  });

  it("counts everything, and shows the newest twenty", async () => {
    const [word, thread] = [aWord(), await aThread()];
    for (let n = 1; n <= 22; n += 1) await aComment({ thread, body: `${word} ${n}`, createdAt: hoursAgo(30 - n) });
    const { comments, examples } = await tryPhrase(word);
    expect(comments).toBe(22);
    expect(examples).toHaveLength(20);
    expect(examples[0]?.extract).toBe(`${word} 22`);
  });
});

describe("getExpectedWait", () => {
  /** Something that the software held, and that was let through after so many hours, so many days ago. */
  async function letThrough(hours: number, days = 1) {
    const { decisionId } = await aStatement({ thread: await aThread(), kind: "restore" });
    await db.execute(
      sql`UPDATE decisions SET created_at = now() - ${days} * interval '1 day' WHERE id = ${decisionId}`,
    );
    await db.execute(sql`
      UPDATE cases SET origin = 'software', opened_at = now() - ${days} * interval '1 day' - ${hours} * interval '1 hour'
      WHERE id = (SELECT case_id FROM decisions WHERE id = ${decisionId})`);
  }

  it("is the median of what was let through lately, once that tells of more than a few", async () => {
    await db.execute(sql`UPDATE decisions SET created_at = now() - interval '60 days' WHERE kind = 'restore'`);
    for (const hours of [1, 2, 3, 40]) await letThrough(hours);
    await letThrough(90, 31);
    expect(await getExpectedWait()).toBeNull();
    await letThrough(5);
    expect(await getExpectedWait()).toBeCloseTo(3, 3);
    const restored = and(eq(decisions.kind, "restore"), sql`created_at > now() - interval '30 days'`);
    expect(await db.select().from(decisions).where(restored)).toHaveLength(5);
  });
});
