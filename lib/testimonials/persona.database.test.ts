import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { cases, members, personas } from "@/db/schema";
import { openCaseBySoftware, sendStatementMail } from "@/lib/moderation/jobs";
import { decideCase } from "@/lib/moderation/decide-case";
import { listStatements } from "@/lib/moderation/queries";
import { getCase } from "@/lib/moderation/queries-case";
import { listQueue } from "@/lib/moderation/queries-queue";
import { actorOf } from "@/lib/testing/actors";
import { asOwner } from "@/lib/testing/as-owner";
import { aMember, aTechnique, daysAgo, type Member } from "@/lib/testing/factories";
import { countsOf } from "@/lib/testing/own-answers";
import { codeOf } from "@/lib/testing/refusals";
import { threadRow, waitingJobs } from "@/lib/testing/rows";
import { codesAbout } from "@/lib/testing/screening";
import { aTold, toldForm } from "@/lib/testing/told";
import { chooseReminder } from "./choose-reminder";
import { editTestimonial } from "./edit-testimonial";
import { remindOfFollowUp } from "./jobs";
import { leaveReminders } from "./leave-reminders";
import { listOwnTestimonials } from "./queries";
import { editTestimonialSchema } from "./schema";
import type { JobPayloads } from "@/lib/platform/queue";
import { tellWhatHelped } from "./tell-what-helped";
import { withdrawTestimonial } from "./withdraw-testimonial";

async function toldOnce(given: Record<string, string> = {}, author?: Member) {
  const member = author ?? (await aMember());
  const technique = await aTechnique();
  const told = await tellWhatHelped(actorOf(member), aTold({ technique: technique.slug, naming: "once", ...given }));
  return { member, technique, ...told };
}

const mailsTo = async (member: Member) => {
  const rows = await db.execute<{ subject: string; text: string }>(sql`
    SELECT d.subject, d.text FROM identity.demo_mails d JOIN identity.accounts a ON a.email = d.recipient
    WHERE a.id = ${member.accountId}`);
  return [...rows];
};

describe("what was told under a name made for it", () => {
  it("is in its author's hands, and in nobody else's", async () => {
    const { member, id } = await toldOnce();
    const [own] = await listOwnTestimonials(member.id);
    expect(own).toMatchObject({ id, state: "stands" });
    expect(own?.handle).toMatch(/^someone_/);
    const changed = editTestimonialSchema.parse({ ...toldForm({ effect: "made_it_worse" }), thread: String(id) });
    expect(await codeOf(editTestimonial(actorOf(await aMember()), changed))).toBe("not_yours");
    await editTestimonial(actorOf(member), changed);
    expect((await threadRow(id)).title).toContain("it made things worse");
    expect(await codeOf(withdrawTestimonial(actorOf(await aMember()), id))).toBe("not_yours");
    await withdrawTestimonial(actorOf(member), id);
    expect((await threadRow(id)).withdrawnAt).not.toBeNull();
    expect(await listOwnTestimonials(member.id)).toEqual([]);
  });

  it("stands in no row of the database beside its author", async () => {
    const { member, id } = await toldOnce();
    const { authorId } = await threadRow(id);
    const tables = await asOwner((tx) =>
      tx.execute<{ name: string; columns: string[] }>(sql`
        SELECT format('%I.%I', table_schema, table_name) AS name, array_agg(column_name::text) AS columns
        FROM information_schema.columns WHERE table_schema IN ('public', 'identity', 'health') AND data_type = 'bigint'
        AND is_generated = 'NEVER' AND table_name IN (SELECT tablename FROM pg_tables) GROUP BY 1`),
    );
    // Ids grow over all tables, so that a member's own number means nobody else in any column about members.
    const names = ["author_id", "member_id", "actor_id", "follower_id"];
    for (const { name, columns } of tables) {
      const both = columns.filter((column) => names.includes(column));
      if (both.length === 0 && !columns.includes("thread_id")) continue;
      const row = await asOwner((tx) =>
        tx.execute(
          sql`SELECT 1 FROM ${sql.raw(name)} t WHERE to_jsonb(t) @> ${JSON.stringify(
            columns.includes("thread_id") ? { thread_id: id } : { [both[0] ?? ""]: authorId },
          )}::jsonb AND (${sql.join([...both.map((column) => sql`${sql.raw(column)} = ${member.id}`), sql`false`], sql` OR `)})`,
        ),
      );
      expect([name, row.length]).toEqual([name, 0]);
    }
    const [envelope] = await db.select().from(personas).where(eq(personas.memberId, authorId));
    const inside = Buffer.from(envelope?.envelope ?? "", "base64url").toString("latin1");
    expect(inside.length).toBeGreaterThan(40);
    expect(inside).not.toContain(String(member.id).padStart(8, "0"));
  });

  it("is asked about by mail only where its author wants it, and once", async () => {
    const { member, id } = await toldOnce();
    await remindOfFollowUp({ threadId: id, after: "30_days" });
    expect(await mailsTo(member)).toEqual([]);
    await chooseReminder(actorOf(member), { thread: id, remind: "mail" });
    await remindOfFollowUp({ threadId: id, after: "30_days" });
    const [mail] = await mailsTo(member);
    expect(mail?.subject).toContain("30 days later");
    expect(mail?.text).toContain(`/me/testimonials/${id}/follow-up?after=30_days`);
    expect(mail?.text).not.toMatch(/no change to|calm/i);
    const token = /token=(reminders\.[\w.-]+)/.exec(mail?.text ?? "")?.[1] ?? "";
    await leaveReminders(token);
    await remindOfFollowUp({ threadId: id, after: "90_days" });
    expect(await mailsTo(member)).toHaveLength(1);
    await chooseReminder(actorOf(member), { thread: id, remind: "mail" });
    await withdrawTestimonial(actorOf(member), id);
    await remindOfFollowUp({ threadId: id, after: "90_days" });
    expect(await mailsTo(member)).toHaveLength(1);
  });

  it("brings its author the statement of a moderator, and is never decided by its author", async () => {
    const moderator = await aMember({ role: "moderator" });
    const { member, id } = await toldOnce();
    const mine = await toldOnce({}, moderator);
    const burst = { commentId: null, reason: "promotion", signs: [{ code: "burst", n: 6 }] };
    for (const threadId of [id, mine.id]) await openCaseBySoftware({ ...burst, threadId });
    const caseOf = async (threadId: number) => (await db.select().from(cases).where(eq(cases.threadId, threadId)))[0];
    const [theirs, own] = [await caseOf(id), await caseOf(mine.id)];
    expect((await getCase(actorOf(moderator), own?.id ?? 0))?.measures).toEqual([]);
    const decision = {
      version: 1,
      measure: "remove",
      rule: "promotion",
      reason: "It reads like an advertisement.",
    } as const;
    expect(await codeOf(decideCase(actorOf(moderator), { case: own?.id ?? 0, ...decision }))).toBe("decide_own");
    await decideCase(actorOf(moderator), { case: theirs?.id ?? 0, ...decision });
    const [statement] = await listStatements(member.id);
    expect(statement).toMatchObject({ kind: "remove", thread: { id } });
    await sendStatementMail({ statementId: statement?.id ?? 0 });
    expect((await mailsTo(member)).map(({ text }) => text).join()).toContain("reads like an advertisement");
  });
});

describe("what looks like a campaign", () => {
  const story =
    "I went to see her twice a month since spring and every time the tight band around my head came loose for several days.";

  it("waits, does not count, and a moderator reads why", async () => {
    const technique = await aTechnique();
    const first = aTold({ technique: technique.slug, story, counted: "yes" });
    await tellWhatHelped(actorOf(await aMember(), { paced: true }), first, "192.0.2.1");
    const author = await aMember();
    const second = await tellWhatHelped(actorOf(author, { paced: true }), first, "192.0.2.2");
    expect(second.shown).toBe(false);
    expect(await threadRow(second.id)).toMatchObject({ visible: false });
    expect((await countsOf(technique.id)).effect?.[""]).toBe(1);
    expect((await listOwnTestimonials(author.id))[0]?.state).toBe("held");
    const [job] = (await waitingJobs()).filter(({ task }) => task === "open_case");
    const payload = job?.payload as JobPayloads["open_case"];
    expect(payload).toMatchObject({ threadId: second.id, signs: [{ code: "wording" }] });
    await openCaseBySoftware(payload);
    await openCaseBySoftware(payload);
    const moderator = actorOf(await aMember({ role: "moderator" }));
    const { rows } = await listQueue(moderator, { filter: null, after: null });
    const waiting = rows.filter(({ suspicion }) => suspicion.includes("wording"));
    expect(waiting).toHaveLength(1);
    const view = await getCase(moderator, waiting[0]?.id ?? 0);
    expect(view?.measures).toEqual(["restore", "remove"]);
    expect(view?.thread?.bodyHtml).toContain("tight band");
    const reason = "Two friends wrote it together, they say.";
    await decideCase(moderator, { case: view?.id ?? 0, version: 1, measure: "restore", rule: "none", reason });
    expect(await threadRow(second.id)).toMatchObject({ visible: true });
    expect((await countsOf(technique.id)).effect?.[""]).toBe(2);
  });

  it("is noticed by its network, and by many new members at once", async () => {
    const technique = await aTechnique();
    const told = (n: number) => aTold({ technique: technique.slug, story: "", tip: `Nothing to add, ${n}.` });
    const shown: boolean[] = [];
    for (let n = 1; n <= 3; n++) {
      shown.push((await tellWhatHelped(actorOf(await aMember(), { paced: true }), told(n), "192.0.2.7")).shown);
    }
    expect(shown).toEqual([true, true, false]);
    const other = await aTechnique();
    const burst: boolean[] = [];
    for (let n = 1; n <= 5; n++) {
      const actor = actorOf(await aMember({ joinedAt: daysAgo(1) }), { paced: true });
      const { id } = await tellWhatHelped(actor, { ...told(n), technique: other.slug }, `198.51.100.${n}`);
      burst.push((await codesAbout(id)).includes("burst"));
    }
    expect(burst).toEqual([false, false, false, false, true]);
  });

  it("keeps no network", async () => {
    const technique = await aTechnique();
    await tellWhatHelped(
      actorOf(await aMember(), { paced: true }),
      aTold({ technique: technique.slug }),
      "203.0.113.9",
    );
    const windows = await db.execute<{ key: string }>(sql`SELECT key FROM identity.rate_windows`);
    expect(windows.some(({ key }) => key.includes("203.0.113"))).toBe(false);
  });
});

it("a persona's handle is nobody else's", async () => {
  await expect(aMember({ handle: "someone_abcdef" })).rejects.toThrow();
  const { id } = await toldOnce();
  const { authorId } = await threadRow(id);
  await expect(db.update(members).set({ kind: "member" }).where(eq(members.id, authorId))).rejects.toThrow();
});
