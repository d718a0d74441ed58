import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { cases, comments, threads } from "@/db/schema";
import { actorOf } from "@/lib/testing/actors";
import { aComment, aMember, aTestimonial, aThread, daysAgo } from "@/lib/testing/factories";
import { toldAsPersona } from "@/lib/testing/personas";
import { aCase } from "@/lib/testing/reports";
import { decideCase } from "./decide-case";
import { listAlike, listCasesOf } from "./queries-alike";
import { getCase } from "./queries-case";
import type { ReportReason } from "./schema";

const aModerator = async () => actorOf(await aMember({ role: "moderator" }));

/** A case that was decided so many days ago. */
async function decidedCase(about: Parameters<typeof aCase>[0], days = 1, measure: "keep" | "hide" = "keep") {
  const opened = await aCase(about);
  const reason = "It was looked at with care.";
  await decideCase(await aModerator(), { case: opened.id, version: opened.version, measure, rule: "kindness", reason });
  await db
    .update(cases)
    .set({ closedAt: daysAgo(days) })
    .where(eq(cases.id, opened.id));
  return opened;
}

/** A case that was closed so many days ago, whatever was decided. */
async function closedCase(about: Parameters<typeof aCase>[0], days = 1) {
  const opened = await aCase(about);
  await db
    .update(cases)
    .set({ closedAt: daysAgo(days) })
    .where(eq(cases.id, opened.id));
  return opened;
}

const idsOf = (found: { id: number }[]) => found.map(({ id }) => id);

describe("listAlike", () => {
  it("finds the newest five that were closed, for the same reason and about the same kind of thing", async () => {
    const reason: ReportReason = "private_details";
    const [author, reporter] = [await aMember(), await aMember()];
    const closed: number[] = [];
    for (let days = 7; days >= 1; days -= 1)
      closed.unshift((await closedCase({ thread: await aThread({ author }), reporter, reason }, days)).id);
    const thread = await aThread({ author });
    const comment = await aComment({ thread });
    await closedCase({ thread, comment, reason });
    await closedCase({ thread: await aTestimonial(), reason });
    await closedCase({ member: await aMember(), reason });
    await closedCase({ thread: await aThread(), reason: "promotion" });
    await aCase({ thread: await aThread(), reason });
    const own = closed[1] ?? 0;
    const found = await listAlike({ id: own, reason, kind: "post" });
    expect(idsOf(found)).toEqual(closed.filter((id) => id !== own).slice(0, 5));
    expect(idsOf(await listAlike({ id: 0, reason, kind: "comment" }))).toHaveLength(1);
    expect(idsOf(await listAlike({ id: 0, reason, kind: "testimonial" }))).toHaveLength(1);
    expect(idsOf(await listAlike({ id: 0, reason, kind: "profile" }))).toHaveLength(1);
    expect(await listAlike({ id: 0, reason, kind: "article" })).toEqual([]);
  });

  it("tells what was decided, and what of it was taken back", async () => {
    const thread = await aThread();
    const { id } = await decidedCase({ thread, reason: "off_topic" }, 1, "hide");
    const [found] = await listAlike({ id: 0, reason: "off_topic", kind: "post" });
    expect(found).toMatchObject({
      ...{ id, title: thread.title, extract: thread.excerpt, position: null },
      outcomes: [{ kind: "hide", lifts: null, rule: "kindness", overturned: false }],
    });
  });

  it("shows neither what is hard to read nor what its author has taken back", async () => {
    const hard = await aThread();
    const withdrawn = await aThread();
    const around = await aThread();
    const comment = await aComment({ thread: around });
    const reason = "illegal";
    await decidedCase({ thread: hard, reason });
    await db.update(cases).set({ distressing: true }).where(eq(cases.threadId, hard.id));
    await decidedCase({ thread: withdrawn, reason }, 2);
    await decidedCase({ thread: around, comment, reason }, 2);
    await db.update(threads).set({ withdrawnAt: new Date() }).where(eq(threads.id, withdrawn.id));
    await db.update(comments).set({ withdrawnAt: new Date() }).where(eq(comments.id, comment.id));
    const shown = JSON.stringify([
      await listAlike({ id: 0, reason, kind: "post" }),
      await listAlike({ id: 0, reason, kind: "comment" }),
      await listCasesOf(hard.authorId),
      await listCasesOf(withdrawn.authorId),
      await listCasesOf(comment.authorId),
    ]);
    for (const words of [hard.title, hard.excerpt, withdrawn.title, withdrawn.excerpt, comment.body]) {
      expect(shown).not.toContain(words);
    }
    expect(shown).toContain("Withdrawn by its author");
  });
});

describe("listCasesOf", () => {
  it("finds an author's cases, open ones too, the newest first and without the one that is open on the page", async () => {
    const author = await aMember();
    const closed = await decidedCase({ thread: await aThread({ author }) });
    const open = await aCase({ thread: await aThread({ author }) });
    const ofProfile = await aCase({ member: author });
    await aCase({ thread: await aThread() });
    expect(idsOf(await listCasesOf(author.id, { but: open.id }))).toEqual([ofProfile.id, closed.id]);
    const view = await getCase(await aModerator(), open.id);
    expect(idsOf(view?.ofAuthor ?? [])).toEqual([ofProfile.id, closed.id]);
  });

  it("leads from a persona to nothing of the person, and back to nothing of the persona", async () => {
    const person = await aMember();
    const ofPerson = await aCase({ thread: await aThread({ author: person }) });
    const { thread, persona } = await toldAsPersona({ by: person });
    const ofPersona = await aCase({ thread });
    expect(idsOf(await listCasesOf(person.id))).toEqual([ofPerson.id]);
    expect(idsOf(await listCasesOf(persona.id))).toEqual([ofPersona.id]);
    const view = JSON.stringify(await getCase(await aModerator(), ofPersona.id));
    expect(view).toContain(persona.handle);
    expect(view).not.toContain(person.handle);
  });
});
