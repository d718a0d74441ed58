import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { testimonials } from "@/db/schema";
import { asOwner } from "@/lib/testing/as-owner";
import { finds } from "@/lib/testing/attacker";
import { aMember, aTechnique, aTestimonial, type Technique } from "@/lib/testing/factories";
import { getNumbers } from "./queries";
import { filters, reportsFloor, type Figure, type FilterName, type Withheld } from "./schema";

type Answers = NonNullable<Parameters<typeof aTestimonial>[0]>["answers"];

async function reports(technique: Technique, n: number, answers: Answers): Promise<void> {
  for (let i = 0; i < n; i++) await aTestimonial({ technique, agreed: ["counted"], answers });
}

const effectIn = (figures: (Figure | Withheld)[]) => figures.find(({ id }) => id === "effect");
const answersIn = (figure: Figure | Withheld | undefined) =>
  figure && "series" in figure
    ? Object.fromEntries(figure.series[0]?.rows.map(({ answer, n }) => [answer, n]) ?? [])
    : figure?.why;

describe("getNumbers", () => {
  it("shows ten, and of nine only how many they are", async () => {
    const technique = await aTechnique();
    await reports(technique, 9, { effect: "made_it_worse" });
    expect(effectIn((await getNumbers(technique.id, null)).figures)).toMatchObject({ reports: 9, why: "too_few" });
    expect((await getNumbers(technique.id, null)).effect).toBeNull();
    await reports(technique, 1, { effect: "helped_a_lot" });
    const numbers = await getNumbers(technique.id, null);
    expect(numbers).toMatchObject({ reports: 10, effect: { answered: 10, helped: 1 } });
    expect(answersIn(effectIn(numbers.figures))).toMatchObject({ made_it_worse: 9, helped_a_lot: 1, no_change: 0 });
  });

  it("keeps a large group back where the rest would be told by subtracting it", async () => {
    const technique = await aTechnique();
    await reports(technique, 11, { setting: "during_attack", effect: "no_change" });
    await reports(technique, 12, { setting: "between_attacks", effect: "no_change" });
    await reports(technique, 3, { setting: "prevention", effect: "helped_a_lot" });
    const of = async (value: string) => effectIn((await getNumbers(technique.id, { name: "setting", value })).figures);
    expect(answersIn(await of("prevention"))).toBe("too_few");
    expect(answersIn(await of("during_attack"))).toBe("protects_others");
    expect(answersIn(await of("between_attacks"))).toMatchObject({ no_change: 12 });
    expect(answersIn(effectIn((await getNumbers(technique.id, null)).figures))).toMatchObject({ no_change: 23 });
  });

  it("adds up over techniques only what each of them shows", async () => {
    const [large, small] = [await aTechnique(), await aTechnique()];
    const before = (await getNumbers(null, null)).effect?.answered ?? 0;
    await reports(large, 10, { effect: "no_change" });
    await reports(small, 4, { effect: "helped_a_lot" });
    expect((await getNumbers(null, null)).effect?.answered).toBe(before + 10);
    await reports(small, 6, { effect: "helped_a_lot" });
    expect((await getNumbers(null, null)).effect?.answered).toBe(before + 20);
  });
});

/** A community that tells about one technique: many answers are rare, and many questions are left out. */
async function aCommunity(people: number): Promise<Technique> {
  const [technique, author] = [await aTechnique(), await aMember()];
  await asOwner(async (tx) => {
    await tx.execute(sql`
      WITH told AS (
        INSERT INTO threads (kind, audience, technique_id, author_id, title, slug, excerpt)
        SELECT 'testimonial', 'public', ${technique.id}, ${author.id}, 't', 't', '' FROM generate_series(1, ${people}::int)
        RETURNING id)
      INSERT INTO health.testimonials (thread_id, seal, technique_id, pipeline, given_by, setting, areas, effect, effect_days,
        relief, unwanted, touch_painful, migraine_type)
      SELECT id, 'some-' || id, ${technique.id}, 1, (enum_range(NULL::given_by))[1 + floor(random() ^ 2 * 5)],
        (enum_range(NULL::setting))[1 + floor(random() ^ 3 * 5)],
        (ARRAY['{neck}', '{head,neck}', '{}', '{head}', '{feet}'])[1 + floor(random() ^ 2 * 5)]::area[],
        (enum_range(NULL::effect))[1 + floor(random() * 5)], (enum_range(NULL::change))[1 + floor(random() * 6)],
        (enum_range(NULL::relief))[1 + floor(random() * 8)], '{none}',
        (enum_range(NULL::touch_painful))[1 + floor(random() ^ 2 * 6)],
        (enum_range(NULL::migraine_type))[1 + floor(random() ^ 2 * 9)] FROM told`);
    await tx.execute(sql`
      INSERT INTO health.consents (thread_id, purpose, act, version, wording)
      SELECT thread_id, 'counted', 'given', 1, 'w' FROM health.testimonials WHERE technique_id = ${technique.id}`);
  });
  return technique;
}

describe("an attacker who asks every filter", () => {
  const questions = ["effect", "effectDays", "relief"] as const;

  it.each([11, 14, 19, 23, 26, 31, 37, 44, 52, 68])("finds nobody among %i people", async (people) => {
    const technique = await aCommunity(people);
    const rows = await asOwner((tx) =>
      tx.select().from(testimonials).where(eq(testimonials.techniqueId, technique.id)),
    );
    const everybody = await getNumbers(technique.id, null);
    const isShown = (figures: (Figure | Withheld)[], id: string) =>
      figures.some((each) => each.id === id && "series" in each);
    for (const name of Object.keys(filters) as FilterName[]) {
      const values = filters[name];
      const asked = await Promise.all(values.map((value) => getNumbers(technique.id, { name, value })));
      for (const question of questions) {
        const answered = rows.filter((row) => row[question] !== null);
        const sizes = [...values, null].map((value) => answered.filter((row) => row[name] === value).length);
        const published = asked.flatMap(({ figures }, at) =>
          isShown(figures, question) ? [sizes.map((_size, atom) => Number(atom === at))] : [],
        );
        if (isShown(everybody.figures, question)) published.push(sizes.map(() => 1));
        expect([name, question, finds(sizes, published, reportsFloor)]).toEqual([name, question, []]);
      }
    }
  });
});
