import type { FigureRow } from "@/lib/insights/schema";

export const count = (n: number) => n.toLocaleString("en-GB");

/** A share as whole percent. What is not nothing is never called 0%, and what is not everybody never 100%. */
export function percent({ share }: FigureRow): string {
  if (share > 0 && share < 0.005) return "under 1%";
  if (share < 1 && share >= 0.995) return "over 99%";
  return `${Math.round(100 * share)}%`;
}

export const interval = ({ low, high }: FigureRow) =>
  `between ${Math.round(100 * low)} and ${Math.round(100 * high)} of 100`;
