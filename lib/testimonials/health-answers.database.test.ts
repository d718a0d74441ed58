import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { counts, followUps, quotable, shownFollowUps, shownTestimonials, testimonials } from "@/db/schema";
import { actorOf } from "@/lib/testing/actors";
import { asOwner } from "@/lib/testing/as-owner";
import { aFollowUp, aMember, aQuote, aTechnique, aTestimonial, aWord } from "@/lib/testing/factories";
import { ownAnswers } from "@/lib/testing/own-answers";
import { changeConsent } from "./change-consent";
import { recordConsents } from "./record-consents";
import type { Purpose } from "./schema";
import { openOwn, openPersona, sealOf, sealPersona } from "./seal";

const ofThread = (id: number) => ({
  shown: () => db.select().from(shownTestimonials).where(eq(shownTestimonials.threadId, id)),
  later: () => db.select().from(shownFollowUps).where(eq(shownFollowUps.threadId, id)),
  quotable: () => db.select().from(quotable).where(eq(quotable.threadId, id)),
});

describe("the application's role", () => {
  it("is not the owner of anything, and cannot step around row-level security", async () => {
    const [role] = await db.execute<{ role: string; bypasses: boolean; owned: number }>(sql`
      SELECT current_user AS role, r.rolsuper OR r.rolbypassrls AS bypasses,
        (SELECT count(*)::int FROM pg_class c WHERE c.relowner = r.oid) AS owned
      FROM pg_roles r WHERE r.rolname = current_user`);
    expect(role).toEqual({ role: "unknot_app", bypasses: false, owned: 0 });
  });

  it.each(["health.testimonials", "health.follow_ups", "health.consents", "health.quotes"])(
    "reads nothing of %s on its own",
    async (table) => {
      const told = await aTestimonial({ agreed: ["shown", "counted", "quoted"] });
      await aFollowUp({ thread: told });
      await aQuote({ testimonial: told });
      const all = await asOwner((tx) => tx.execute(sql`SELECT 1 FROM ${sql.raw(table)}`));
      expect(all.length).toBeGreaterThan(0);
      const read = await db.execute(sql`SELECT 1 FROM ${sql.raw(table)}`);
      // Quotes are for everybody as long as their consent stands.
      expect(read.length > 0).toBe(table === "health.quotes");
    },
  );

  it.each([
    "SELECT 1 FROM health.tallied",
    "SELECT 1 FROM health.to_tally",
    "UPDATE health.counts SET n = n + 1",
    "UPDATE health.testimonials SET shown_at = now()",
    "UPDATE health.testimonials SET counted_at = now()",
    "UPDATE health.consents SET act = 'given'",
    "DELETE FROM health.consents",
    "ALTER TABLE health.testimonials DISABLE ROW LEVEL SECURITY",
    "CREATE OR REPLACE VIEW health.shown AS SELECT * FROM health.testimonials",
    "DROP POLICY own ON health.testimonials",
    "SELECT health.count_again(1)",
  ])("is refused: %s", async (statement) => {
    await expect(db.execute(sql.raw(statement))).rejects.toMatchObject({ cause: { code: "42501" } });
  });

  it("cannot set a consent as it writes the answers", async () => {
    const [author, technique] = [await aMember(), await aTechnique()];
    const told = await aTestimonial({
      author,
      technique,
      agreed: [],
      answers: { shownAt: new Date(), countedAt: new Date() },
    });
    expect(await ownAnswers(author, told.id)).toMatchObject({ shownAt: null, countedAt: null });
  });

  it("writes for nobody but the author it named", async () => {
    const told = await aTestimonial();
    const other = await aMember();
    const changed = await db.transaction(async (tx) => {
      await openOwn(tx, other.id);
      await expect(tx.transaction((inner) => recordConsents(inner, told.id, ["counted"], "given"))).rejects.toThrow();
      return tx.update(testimonials).set({ story: "Not mine" }).where(eq(testimonials.threadId, told.id)).returning();
    });
    expect(changed).toEqual([]);
  });
});

describe("a health answer", () => {
  const everyPurpose: Purpose[][] = [
    [],
    ["shown"],
    ["counted"],
    ["shown", "quoted"],
    ["counted", "quoted"],
    ["shown", "counted", "quoted"],
  ];

  it.each(everyPurpose.map((agreed) => [agreed.join(" and ") || "nothing", agreed] as const))(
    "with consent to be %s is read for that, and nothing else",
    async (_name, agreed) => {
      const told = await aTestimonial({ agreed: [...agreed] });
      await aFollowUp({ thread: told });
      const reads = ofThread(told.id);
      expect((await reads.shown()).length).toBe(agreed.includes("shown") ? 1 : 0);
      expect((await reads.later()).length).toBe(agreed.includes("shown") ? 1 : 0);
      expect((await reads.quotable()).length).toBe(agreed.includes("shown") && agreed.includes("quoted") ? 1 : 0);
      const counted = await db
        .select()
        .from(counts)
        .where(eq(counts.techniqueId, Number(told.techniqueId)));
      expect(counted.length > 0).toBe(agreed.includes("counted"));
    },
  );

  it("that is kept off the page is not in what is shown", async () => {
    const answers = { cost: "over_100", weeks: 12, hiddenAnswers: ["cost"] } as const;
    const told = await aTestimonial({ answers: { ...answers, hiddenAnswers: ["cost"] } });
    expect((await ofThread(told.id).shown())[0]).toMatchObject({ cost: null, weeks: 12 });
  });

  it("of members only is never quoted", async () => {
    const told = await aTestimonial({ audience: "members", agreed: ["shown", "quoted"] });
    expect(await ofThread(told.id).quotable()).toEqual([]);
  });
});

describe("a quote", () => {
  it("goes with its consent, and does not come back", async () => {
    const author = await aMember();
    const told = await aTestimonial({ author, agreed: ["shown", "quoted"] });
    const word = aWord();
    const quote = await aQuote({ testimonial: told, passage: word });
    const read = () => db.execute(sql`SELECT passage FROM health.quotes WHERE id = ${quote.id}`);
    expect(await read()).toHaveLength(1);
    await changeConsent(actorOf(author), { thread: told.id, purpose: "quoted", act: "withdrawn" });
    expect(await read()).toEqual([]);
    await changeConsent(actorOf(author), { thread: told.id, purpose: "quoted", act: "given" });
    expect(await read()).toEqual([]);
  });
});

describe("seals", () => {
  it("are the same for the same person and technique only", () => {
    expect(sealOf(1, 2)).toBe(sealOf(1, 2));
    expect(new Set([sealOf(1, 2), sealOf(2, 1), sealOf(12, 2), sealOf(1, 22)]).size).toBe(4);
  });

  it("open again for the system, and differ each time", () => {
    expect(openPersona(sealPersona(4_711))).toBe(4711);
    expect(sealPersona(4711)).not.toBe(sealPersona(4711));
    const broken = `${sealPersona(4711).slice(0, -2)}AA`;
    expect(openPersona(broken)).toBeNull();
  });
});

it("a follow-up is gone with its testimonial", async () => {
  const author = await aMember();
  const told = await aTestimonial({ author });
  await aFollowUp({ thread: told });
  await asOwner((tx) => tx.execute(sql`DELETE FROM threads WHERE id = ${told.id}`));
  expect(await asOwner((tx) => tx.select().from(followUps).where(eq(followUps.threadId, told.id)))).toEqual([]);
});
