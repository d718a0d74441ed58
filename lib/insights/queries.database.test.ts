import { describe, expect, it } from "vitest";
import { aTechnique, aTestimonial, type Technique } from "@/lib/testing/factories";
import { getNumbers } from "./queries";
import type { Figure, Withheld } from "./schema";

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
