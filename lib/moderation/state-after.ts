import type { decisions } from "@/db/schema";

type Made = typeof decisions.$inferSelect;
/** A decision that was not taken back, as far as it shows in the thing. */
export type Standing = Pick<Made, "kind" | "lifts" | "moderatorId" | "createdAt" | "toTechniqueId">;

type Words = { hiddenAt: Date | null; hiddenBy: number | null; removedAt: Date | null; removedBy: number | null };

/** Whether the words are hidden or removed after these decisions about them, the first first. */
export function wordsAfter(standing: readonly Standing[]): Words {
  const shown: Words = { hiddenAt: null, hiddenBy: null, removedAt: null, removedBy: null };
  return standing.reduce<Words>((words, { kind, createdAt, moderatorId }) => {
    if (kind === "hide") return { ...words, hiddenAt: createdAt, hiddenBy: moderatorId };
    if (kind === "remove") return { ...shown, removedAt: createdAt, removedBy: moderatorId };
    return kind === "restore" ? shown : words;
  }, shown);
}

/** Who locked or slowed the thread last, and when; null where nobody did, or where it was ended. */
export function onThreadAfter(
  standing: readonly Standing[],
  kind: "lock" | "slow",
): { at: Date | null; by: number | null } {
  const last = standing.findLast((each) => each.kind === kind || each.lifts === kind);
  return last?.kind === kind ? { at: last.createdAt, by: last.moderatorId } : { at: null, by: null };
}

/** Where the thread was moved to last; null where every move was taken back. */
export function techniqueAfter(standing: readonly Standing[]): number | null {
  return standing.findLast(({ kind }) => kind === "move")?.toTechniqueId ?? null;
}
