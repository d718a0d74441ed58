import { describe, expect, it } from "vitest";
import { buildFigures, type Tally } from "./figures";
import { figureTitles } from "./labels";
import type { Figure, Question, Stage, Withheld } from "./schema";

const tally = (question: Question, n: Record<string, number>, given: Partial<Tally> = {}): Tally => ({
  question,
  stage: "first" as Stage,
  answered: Object.values(n).reduce((sum, people) => sum + people, 0),
  n,
  ...given,
});

const find = (id: string, built: (Figure | Withheld)[]) => built.find((each) => each.id === id);
const figure = (id: string, built: (Figure | Withheld)[]) => {
  const found = find(id, built);
  if (!found || "why" in found) throw new Error(`${id} is withheld`);
  return found;
};

const effect = tally("effect", { helped_a_lot: 5, helped_a_little: 5, made_it_worse: 10 });
const latest = tally("effect", { no_change: 10 }, { stage: "latest" });
const selves = { name: "givenBy", value: "self" } as const;

describe("buildFigures", () => {
  it("gives every figure in the order of the page, shown or withheld", () => {
    expect(buildFigures(null, [effect]).map(({ id }) => id)).toEqual(Object.keys(figureTitles));
  });

  it("assembles a row per answer in the order of the question", () => {
    const built = figure("effect", buildFigures(null, [effect]));
    expect(built).toMatchObject({ title: "What it did, all in all", several: false });
    expect(built.sentence).toBe("10 of 20 people say it helped at least a little; 10 say it made things worse.");
    const [series] = built.series;
    expect(built.series).toHaveLength(1);
    expect(series?.n).toBe(20);
    expect(series?.rows.map(({ answer, n, share, sign }) => [answer, n, share, sign])).toEqual([
      ["helped_a_lot", 5, 0.25, "good"],
      ["helped_a_little", 5, 0.25, "good"],
      ["no_change", 0, 0, "none"],
      ["made_it_worse", 10, 0.5, "bad"],
      ["cannot_tell", 0, 0, "unsure"],
    ]);
    expect(series?.rows[2]).toMatchObject({ label: "No change", low: 0 });
    expect(series?.rows[2]?.high.toFixed(4)).toBe("0.1611");
  });

  it("counts people and not answers where several may be given", () => {
    const unwanted = tally("unwanted", { none: 4, sore: 8, triggered_attack: 6 }, { answered: 12 });
    const built = figure("unwanted", buildFigures(null, [unwanted]));
    expect(built.several).toBe(true);
    expect(built.series[0]?.rows.map(({ share }) => share)).toEqual([4 / 12, 8 / 12, 6 / 12, 0]);
  });

  it("refuses more answers than people", () => {
    expect(() => buildFigures(null, [tally("effect", { no_change: 12 }, { answered: 11 })])).toThrow(RangeError);
  });

  it("withholds what few answered, and tells how many", () => {
    const built = buildFigures(null, [tally("effect", { no_change: 9 })]);
    expect(find("effect", built)).toEqual({
      id: "effect",
      title: "What it did, all in all",
      reports: 9,
      why: "too_few",
    });
    expect(find("relief", built)).toMatchObject({ reports: 0, why: "too_few" });
    expect(find("effect", buildFigures(null, [tally("effect", { no_change: 10 })]))).not.toHaveProperty("why");
  });

  it("withholds what would give others away", () => {
    const built = buildFigures(selves, [{ ...effect, hidden: true }]);
    expect(find("effect", built)).toMatchObject({ reports: 20, why: "protects_others" });
  });

  it("sets the latest follow-up beside the first report when there is enough of it and it may be shown", () => {
    const names = (second: Tally) =>
      figure("effect", buildFigures(null, [effect, second])).series.map(({ name }) => name);
    expect(names(latest)).toEqual(["First report", "Latest follow-up"]);
    expect(names({ ...latest, answered: 9, n: { no_change: 9 } })).toEqual(["First report"]);
    expect(names({ ...latest, hidden: true })).toEqual(["First report"]);
    expect(figure("effect", buildFigures(null, [effect, latest])).sentence).toContain("In the latest follow-up, none");
  });

  it("shows no follow-up without the first reports", () => {
    expect(find("effect", buildFigures(selves, [{ ...effect, hidden: true }, latest]))).toHaveProperty("why");
  });

  it("shows what people could do before and since then in one, or not at all", () => {
    const before = tally("functionBefore", { "0": 12 });
    const since = tally("functionAfter", { "2": 11 });
    const series = figure("function", buildFigures(null, [before, since])).series;
    expect(series.map(({ name, n }) => [name, n])).toEqual([
      ["Before", 12],
      ["Since then", 11],
    ]);
    const few = tally("functionAfter", { "2": 9 });
    expect(find("function", buildFigures(null, [before, few]))).toMatchObject({ reports: 9, why: "too_few" });
    const hidden = { ...since, hidden: true };
    expect(find("function", buildFigures(null, [before, hidden]))).toMatchObject({ why: "protects_others" });
  });

  it("withholds the reasons for stopping wherever it withholds who stopped, without telling how many gave one", () => {
    const continuing = tally("continuing", { yes: 2, stopped: 11 }, { hidden: true });
    const why = tally("stoppedWhy", { cost: 11 });
    const withheld = { id: "stoppedWhy", title: "Why they stopped", reports: 13, why: "protects_others" };
    expect(find("stoppedWhy", buildFigures(selves, [continuing, why]))).toEqual(withheld);
    expect(find("stoppedWhy", buildFigures(selves, [{ ...continuing, hidden: false }, why]))).not.toHaveProperty("why");
  });

  it("tells when and by whom it was given of everybody only", () => {
    const ids = buildFigures(selves, []).map(({ id }) => id);
    expect(ids).not.toContain("setting");
    expect(ids).not.toContain("givenBy");
  });
});
