import { figureTitles, type FigureId, plotLabels, signOf } from "./labels";
import {
  counted,
  type Figure,
  type FigureRow,
  type FigureSeries,
  type Filter,
  type Question,
  reportsFloor,
  severalAnswers,
  type Stage,
  type Withheld,
} from "./schema";
import { type Counts, sentenceOf } from "./sentences";
import { wilsonInterval } from "./wilson";

/** The counts of one question at one stage, within one group of people. */
export type Tally = Counts & {
  question: Question;
  stage: Stage;
  /** `hiddenGroups` hid this group for this question and stage. */
  hidden?: boolean;
};

type Part = { name: string; question: Question; stage: Stage };

const reported = (question: Question): Part[] => [{ name: "Reports", question, stage: "first" }];
const followed = (question: Question): Part[] => [
  { name: "First report", question, stage: "first" },
  { name: "Latest follow-up", question, stage: "latest" },
];

const parts: Record<FigureId, Part[]> = {
  effect: followed("effect"),
  effectDays: reported("effectDays"),
  effectIntensity: reported("effectIntensity"),
  effectLength: reported("effectLength"),
  function: [
    { name: "Before", question: "functionBefore", stage: "first" },
    { name: "Since then", question: "functionAfter", stage: "first" },
  ],
  relief: reported("relief"),
  unwanted: reported("unwanted"),
  continuing: followed("continuing"),
  stoppedWhy: reported("stoppedWhy"),
  setting: reported("setting"),
  givenBy: reported("givenBy"),
};

/** These are filters too: within a group of another filter they would tell who is inside a group of their own. */
const everybodyOnly: readonly FigureId[] = ["setting", "givenBy"];

/**
 * The figures of one group of people, in the order of the page, from counts alone.
 * Withheld is what has fewer than `reportsFloor` answers or a hidden tally; reasons for stopping also wherever it is
 * withheld who stopped, because they count the same people. A latest follow-up that must not be shown is left out.
 * @param filter the group; null is everybody
 * @param tallies the counts per question and stage, in any order; a missing one is of nobody
 * @throws RangeError when more people gave an answer than answered the question
 */
export function buildFigures(filter: Filter, tallies: readonly Tally[]): (Figure | Withheld)[] {
  const ids = (Object.keys(figureTitles) as FigureId[]).filter((id) => !filter || !everybodyOnly.includes(id));
  const built = new Map<FigureId, Figure | Withheld>();
  for (const id of ids) {
    const stopped = built.get("continuing");
    const alike = id === "stoppedWhy" && stopped && "why" in stopped;
    built.set(id, alike ? { ...stopped, id, title: figureTitles[id] } : build(id, tallies));
  }
  return [...built.values()];
}

function build(id: FigureId, tallies: readonly Tally[]): Figure | Withheld {
  const title = figureTitles[id];
  const given = parts[id].map((part) => ({ ...part, tally: tallyOf(part, tallies) }));
  const needed = given.filter(({ stage }) => stage === "first");
  const reports = Math.min(...needed.map(({ tally }) => tally.answered));
  if (reports < reportsFloor) return { id, title, reports, why: "too_few" };
  if (needed.some(({ tally }) => tally.hidden)) return { id, title, reports, why: "protects_others" };

  const shown = given.filter(({ tally }) => tally.answered >= reportsFloor && !tally.hidden);
  const [first, second] = shown.map(({ tally }) => tally);
  return {
    id,
    title,
    sentence: first ? sentenceOf(id, first, second) : "",
    several: needed.some(({ question }) => severalAnswers.has(question)),
    series: shown.map(({ name, question, tally }) => seriesOf(name, question, tally)),
  };
}

function tallyOf({ question, stage }: Part, tallies: readonly Tally[]): Tally {
  const found = tallies.find((tally) => tally.question === question && tally.stage === stage);
  return found ?? { question, stage, answered: 0, n: {} };
}

function seriesOf(name: string, question: Question, { answered, n }: Counts): FigureSeries {
  const labels: Record<string, string> = plotLabels[question];
  const rows = counted[question].map((answer): FigureRow => {
    const people = n[answer] ?? 0;
    const { low, high } = wilsonInterval(people, answered);
    const label = labels[answer] ?? answer;
    return { answer, label, n: people, share: people / answered, low, high, sign: signOf(question, answer) };
  });
  return { name, n: answered, rows };
}
