import { eq, inArray, sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, it } from "vitest";
import { db, type Transaction } from "@/db/client";
import { consents, counts, followUps, testimonials, threads } from "@/db/schema";
import { asOwner } from "@/lib/testing/as-owner";
import { aMember, aTechnique, type Technique } from "@/lib/testing/factories";
import { recounted } from "@/lib/testing/recounted";
import { answers } from "./schema";

const communities = 200;

const oneOf = <const T extends readonly unknown[]>(values: T) => fc.constantFrom(...values) as fc.Arbitrary<T[number]>;
const perhaps = <const T extends readonly unknown[]>(values: T) => fc.option(oneOf(values), { freq: 2 });
const ability = fc.option(fc.integer({ min: 0, max: 3 }));
const unwanted: fc.Arbitrary<(typeof answers.unwanted)[number][]> = fc.oneof(
  fc.constant<"none"[]>(["none"]),
  fc.uniqueArray(oneOf(["sore", "triggered_attack", "other"] as const), { minLength: 1 }),
);
const stopping = fc.oneof(
  fc.record({ continuing: perhaps(["yes"] as const), stoppedWhy: fc.constant(null) }),
  fc.record({ continuing: fc.constant("stopped" as const), stoppedWhy: perhaps(answers.stoppedWhy) }),
);
const outcome = fc.record({
  effect: oneOf(answers.effect),
  effectDays: perhaps(answers.change),
  effectIntensity: perhaps(answers.change),
  effectLength: perhaps(answers.change),
  functionAfter: ability,
  relief: perhaps(answers.relief),
  unwanted,
  stopping,
});
const report = fc.record({
  outcome,
  givenBy: oneOf(answers.givenBy),
  setting: oneOf(answers.setting),
  areas: fc.uniqueArray(oneOf(answers.areas), { maxLength: 4 }),
  functionBefore: ability,
  touchPainful: perhaps(answers.touchPainful),
  migraineType: perhaps(answers.migraineType),
  interest: fc.boolean(),
  counted: fc.boolean(),
  technique: fc.integer({ min: 0, max: 1 }),
  later: fc.uniqueArray(fc.record({ after: oneOf(["30_days", "90_days"] as const), outcome }), {
    selector: ({ after }) => after,
  }),
});
const which = fc.nat({ max: 19 });
const change = fc.oneof(
  fc.record({ kind: fc.constant("answer" as const), which, outcome }),
  fc.record({
    kind: fc.constant("consent" as const),
    which,
    act: oneOf(["given", "withdrawn"] as const),
    purpose: oneOf(["counted", "shown"] as const),
  }),
  fc.record({
    kind: fc.constant("state" as const),
    which,
    column: oneOf(["hidden", "removed", "withdrawn", "held"] as const),
  }),
  fc.record({ kind: fc.constant("restore" as const), which }),
  fc.record({ kind: fc.constant("move" as const), which }),
  fc.record({ kind: fc.constant("later" as const), which, outcome }),
  fc.record({ kind: fc.constant("forget later" as const), which }),
  fc.record({ kind: fc.constant("delete" as const), which }),
);
type Outcome = typeof outcome extends fc.Arbitrary<infer T> ? T : never;
type Report = typeof report extends fc.Arbitrary<infer T> ? T : never;
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

const columnsOf = ({ stopping: { continuing, stoppedWhy }, ...rest }: Outcome) => ({ ...rest, continuing, stoppedWhy });

async function tell(tx: Transaction, techniques: Technique[], authorId: number, reports: Report[]): Promise<number[]> {
  if (reports.length === 0) return [];
  const words = { title: "t", slug: "t", excerpt: "" };
  const rows = await tx
    .insert(threads)
    .values(
      reports.map(({ technique }) => ({
        ...words,
        kind: "testimonial" as const,
        audience: "public" as const,
        authorId,
        techniqueId: techniques[technique]?.id,
      })),
    )
    .returning({ id: threads.id });
  const ids = rows.map(({ id }) => id);
  await tx.insert(testimonials).values(
    reports.map(({ outcome: told, counted: _c, later: _l, technique, ...rest }, index) => ({
      ...rest,
      ...columnsOf(told),
      threadId: ids[index] ?? 0,
      techniqueId: techniques[technique]?.id ?? 0,
      seal: `test:${ids[index]}`,
      pipeline: 1,
    })),
  );
  const agreed = ids.filter((_id, index) => reports[index]?.counted);
  if (agreed.length > 0) await agree(tx, agreed, "counted", "given");
  const later = reports.flatMap((told, index) =>
    told.later.map((each) => ({
      after: each.after,
      ...columnsOf(each.outcome),
      threadId: ids[index] ?? 0,
      pipeline: 1,
    })),
  );
  if (later.length > 0) await tx.insert(followUps).values(later);
  return ids;
}

const agree = (tx: Transaction, ids: number[], purpose: "counted" | "shown", act: "given" | "withdrawn") =>
  tx.insert(consents).values(ids.map((threadId) => ({ threadId, purpose, act, version: 1, wording: "w" })));

async function apply(tx: Transaction, techniques: Technique[], ids: number[], it: Change): Promise<void> {
  const id = ids[it.which % Math.max(1, ids.length)];
  if (id === undefined) return;
  const own = eq(testimonials.threadId, id);
  const thread = eq(threads.id, id);
  const now = sql`now()`;
  const author = sql`author_id`;
  if (it.kind === "answer") await tx.update(testimonials).set(columnsOf(it.outcome)).where(own);
  if (it.kind === "consent") await agree(tx, [id], it.purpose, it.act);
  if (it.kind === "delete") await tx.delete(testimonials).where(own);
  if (it.kind === "forget later") await tx.delete(followUps).where(eq(followUps.threadId, id));
  if (it.kind === "move") await tx.update(threads).set({ techniqueId: techniques[1]?.id }).where(thread);
  if (it.kind === "restore") {
    const none = { hiddenAt: null, hiddenBy: null, removedAt: null, removedBy: null, withdrawnAt: null, heldAt: null };
    await tx.update(threads).set(none).where(thread);
  }
  if (it.kind === "state") {
    const states = {
      hidden: { hiddenAt: now, hiddenBy: author },
      removed: { removedAt: now, removedBy: author },
      withdrawn: { withdrawnAt: now },
      held: { heldAt: now },
    };
    await tx.update(threads).set(states[it.column]).where(thread);
  }
  if (it.kind === "later") {
    await tx.execute(sql`DELETE FROM health.follow_ups WHERE thread_id = ${id} AND after = '90_days'`);
    const [there] = await tx.select().from(testimonials).where(own);
    if (!there) return;
    await tx.insert(followUps).values({ ...columnsOf(it.outcome), threadId: id, after: "90_days", pipeline: 1 });
  }
}

async function kept(techniqueIds: number[]): Promise<Record<string, number>> {
  const rows = await db.select().from(counts).where(inArray(counts.techniqueId, techniqueIds));
  const cells = rows.map((row) =>
    [row.techniqueId, row.stage, row.filter, row.value, row.question, row.answer].join("|"),
  );
  return Object.fromEntries(rows.flatMap(({ n }, index) => (n === 0 ? [] : [[cells[index] ?? "", n]])));
}

it(`the counts are those of a recount, in ${communities} random communities`, { timeout: 180_000 }, async () => {
  const author = await aMember();
  await fc.assert(
    fc.asyncProperty(
      fc.array(report, { maxLength: 25 }),
      fc.array(change, { maxLength: 12 }),
      async (reports, changes) => {
        const techniques = [await aTechnique(), await aTechnique()];
        const techniqueIds = techniques.map(({ id }) => id);
        await asOwner(async (tx) => {
          const ids = await tell(tx, techniques, author.id, reports);
          for (const each of changes) await apply(tx, techniques, ids, each);
        });
        const rows = await asOwner((tx) =>
          tx.select().from(testimonials).where(inArray(testimonials.techniqueId, techniqueIds)),
        );
        const laters = await asOwner((tx) => tx.select().from(followUps));
        const kept1 = await kept(techniqueIds);
        expect(kept1).toEqual(recounted(rows, laters));
        const [again] = await asOwner((tx) => tx.execute<{ wrong: number }>(sql`SELECT health.recount() AS wrong`));
        expect(again?.wrong).toBe(0);
        expect(await kept(techniqueIds)).toEqual(kept1);
        await asOwner((tx) => tx.execute(sql`DELETE FROM health.testimonials`));
        expect(await kept(techniqueIds)).toEqual({});
      },
    ),
    { numRuns: communities },
  );
});

it("a recount tells of a wrong cell, and mends it", async () => {
  const techniques = [await aTechnique(), await aTechnique()];
  const author = await aMember();
  const [told] = fc.sample(report, { numRuns: 1, seed: 7 });
  if (!told) throw new Error("no report");
  await asOwner((tx) => tell(tx, techniques, author.id, [{ ...told, counted: true, interest: false }]));
  const before = await kept(techniques.map(({ id }) => id));
  expect(Object.keys(before).length).toBeGreaterThan(10);
  await asOwner((tx) => tx.execute(sql`UPDATE health.counts SET n = n + 1 WHERE question = 'effect'`));
  const [again] = await db.execute<{ wrong: number }>(sql`SELECT health.recount() AS wrong`);
  expect(again?.wrong).toBeGreaterThan(0);
  expect(await kept(techniques.map(({ id }) => id))).toEqual(before);
});
