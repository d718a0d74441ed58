import type { followUps, testimonials } from "@/db/schema";

type Told = typeof testimonials.$inferSelect;
type Later = typeof followUps.$inferSelect;

const upper = ["head", "face", "jaw"];
const middle = ["neck", "shoulders", "upper_back"];

function regionOf(areas: string[]): string | null {
  if (areas.length === 0) return null;
  if (areas.some((area) => !upper.includes(area) && !middle.includes(area))) return "elsewhere";
  if (areas.every((area) => upper.includes(area))) return "head_only";
  return areas.every((area) => middle.includes(area)) ? "neck_only" : "head_and_neck";
}

const later = [
  "effect",
  "effectDays",
  "effectIntensity",
  "effectLength",
  "functionAfter",
  "relief",
  "unwanted",
  "continuing",
  "stoppedWhy",
] as const;
const first = [...later, "functionBefore", "setting", "givenBy"] as const;

/** The sums as anybody would make them from the rows, one by one. */
export function recounted(rows: Told[], laters: Later[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const told of rows) {
    if (!told.countedAt || !told.standing || told.interest) continue;
    const { setting, givenBy, migraineType, touchPainful } = told;
    const filters = { all: "", setting, givenBy, region: regionOf(told.areas), migraineType, touchPainful };
    const latest = laters
      .filter(({ threadId }) => threadId === told.threadId)
      .sort((a, b) => (a.after < b.after ? 1 : -1))[0];
    for (const [filter, value] of Object.entries(filters)) {
      if (value === null) continue;
      const add = (stage: string, question: string, answer: string) => {
        const cell = [told.techniqueId, stage, filter, value, question, answer].join("|");
        sums[cell] = (sums[cell] ?? 0) + 1;
      };
      const count = (stage: string, question: string, given: unknown) => {
        const all = [given].flat().filter((each) => each !== null);
        if (all.length > 0) for (const each of [...all, ""]) add(stage, question, String(each));
      };
      for (const question of first) count("first", question, told[question]);
      if (latest) for (const question of later) count("latest", question, latest[question]);
    }
  }
  return sums;
}
