import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { buildFigures, type Tally } from "./figures";
import { hiddenGroups } from "./suppress";
import {
  filters,
  reportsFloor,
  stages,
  type Figure,
  type Filter,
  type Question,
  type Stage,
  type Withheld,
} from "./schema";

export { besideEvidence } from "./beside-evidence";

/** What members' reports add up to, for one technique or for all of them. */
export type Numbers = {
  /** Reports that are counted, before any filter. */
  reports: number;
  figures: (Figure | Withheld)[];
  /** The effect of everybody or of the group, in plain numbers; null where it is withheld. */
  effect: { answered: number; helped: number } | null;
};

type Cell = { techniqueId: number; stage: Stage; value: string; question: Question; answer: string; n: number };

/**
 * The figures about one technique, or about all (null), of everybody or of one group. One range of an index a technique.
 * For all techniques, only what each technique shows is added up, so that no technique's own numbers can be taken away
 * from the sum to reach what it withholds.
 */
export async function getNumbers(techniqueId: number | null, filter: Filter): Promise<Numbers> {
  const cells = await readCells(techniqueId, filter);
  const everybody = cells.filter(({ value }) => value === "");
  const told = talliesOf(cells, filter);
  const tallies = techniqueId === null ? addedUp(told) : told;
  const figures = buildFigures(filter, tallies);
  const effect = tallies.find(({ question, stage }) => question === "effect" && stage === "first");
  const shown = figures.some((figure) => figure.id === "effect" && "series" in figure);
  return {
    reports: answeredIn(everybody, "effect", "first"),
    figures,
    effect:
      effect && shown
        ? { answered: effect.answered, helped: (effect.n.helped_a_lot ?? 0) + (effect.n.helped_a_little ?? 0) }
        : null,
  };
}

async function readCells(techniqueId: number | null, filter: Filter): Promise<Cell[]> {
  const wanted = filter ? ["all", filter.name] : ["all"];
  const techniques =
    techniqueId === null ? sql`technique_id IN (SELECT id FROM techniques)` : sql`technique_id = ${techniqueId}`;
  const rows = await db.execute<Omit<Cell, "techniqueId"> & { technique_id: string }>(sql`
    SELECT technique_id, stage, value, question, answer, n FROM health.counts
    WHERE ${techniques} AND stage IN ('first', 'latest') AND filter IN (${sql.join(
      wanted.map((name) => sql`${name}`),
      sql`, `,
    )}) AND n > 0`);
  return rows.map(({ technique_id, ...cell }) => ({ ...cell, techniqueId: Number(technique_id) }));
}

function answeredIn(cells: Cell[], question: string, stage: Stage): number {
  const of = cells.filter((cell) => cell.question === question && cell.stage === stage && cell.answer === "");
  return of.reduce((sum, { n }) => sum + n, 0);
}

/** What each technique's cells say of everybody or of the group, with what is hidden marked. */
function talliesOf(cells: Cell[], filter: Filter): Tally[] {
  const techniqueIds = [...new Set(cells.map((cell) => cell.techniqueId))];
  return techniqueIds.flatMap((techniqueId) =>
    stages.flatMap((stage) => {
      const here = cells.filter((cell) => cell.techniqueId === techniqueId && cell.stage === stage);
      const questions = [...new Set(here.map(({ question }) => question))];
      const tallies = questions.map((question) => tallyOf(question, stage, here, filter));
      // The reasons count those who stopped, so they are no better known than these.
      const continuing = tallies.find(({ question }) => question === "continuing");
      const stoppedKnown = continuing !== undefined && isShown(continuing);
      return tallies.map((each) =>
        each.question === "stoppedWhy" && !stoppedKnown ? { ...each, hidden: true } : each,
      );
    }),
  );
}

function tallyOf(question: Question, stage: Stage, here: Cell[], filter: Filter): Tally {
  const asked = here.filter((cell) => cell.question === question);
  const group = asked.filter(({ value }) => value === (filter?.value ?? ""));
  return {
    question,
    stage,
    answered: answeredIn(group, question, stage),
    n: Object.fromEntries(group.filter(({ answer }) => answer !== "").map(({ answer, n }) => [answer, n])),
    hidden: filter ? isHidden(asked, filter) : false,
  };
}

function isHidden(asked: Cell[], { name, value }: NonNullable<Filter>): boolean {
  const answered = asked.filter(({ answer }) => answer === "");
  const sizeOf = (group: string) => answered.find((cell) => cell.value === group)?.n ?? 0;
  const groups = new Map(filters[name].map((each) => [each as string, sizeOf(each)]));
  return hiddenGroups({ everybody: sizeOf(""), groups }).get(value) === "protects_others";
}

const isShown = ({ answered, hidden }: Tally) => answered >= reportsFloor && !hidden;

/** The sums over techniques, of what each of them shows. Where none shows anything, how far the largest has come. */
function addedUp(tallies: Tally[]): Tally[] {
  const kinds = [...new Set(tallies.map(({ stage, question }) => `${stage} ${question}`))];
  return kinds.flatMap((kind) => {
    const alike = tallies.filter(({ stage, question }) => `${stage} ${question}` === kind);
    const shown = alike.filter(isShown);
    const [first] = alike;
    if (!first) return [];
    if (shown.length === 0) {
      return [
        { ...first, n: {}, answered: Math.min(reportsFloor - 1, Math.max(...alike.map((each) => each.answered))) },
      ];
    }
    return [{ ...first, hidden: false, answered: sumOf(shown, ({ answered }) => answered), n: answersOf(shown) }];
  });
}

function answersOf(shown: Tally[]): Record<string, number> {
  const answers = [...new Set(shown.flatMap(({ n }) => Object.keys(n)))];
  return Object.fromEntries(answers.map((answer) => [answer, sumOf(shown, ({ n }) => n[answer] ?? 0)]));
}

const sumOf = <T>(all: T[], of: (one: T) => number) => all.reduce((sum, one) => sum + of(one), 0);
