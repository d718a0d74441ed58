/** Whole months in UTC, as `2026-05`. */
const shape = /^\d{4}-(0[1-9]|1[0-2])$/;

/** The first moment of a month, or of the one `later` months after it. */
export function startOfMonth(month: string, later = 0): Date {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + later, 1));
}

function monthOf(moment: Date): string {
  return moment.toISOString().slice(0, 7);
}

/** Every month from one to another, the newest first; none when they stand the wrong way round. */
export function monthsFrom(first: string, last: string): string[] {
  const months: string[] = [];
  for (let back = 0; ; back--) {
    const month = monthOf(startOfMonth(last, back));
    if (month < first) return months;
    months.push(month);
  }
}

/** A span of whole months: from its first moment to the first moment behind it. */
export type Months = { first: string; last: string; from: Date; to: Date };

function span(first: string, last: string): Months {
  return { first, last, from: startOfMonth(first), to: startOfMonth(last, 1) };
}

/**
 * The months that an address asks for: one of those that there are, or without one the last twelve.
 * @param known the first and the current month
 * @returns null for anything else
 */
export function monthsAsked(asked: string | undefined, known: { first: string; current: string }): Months | null {
  if (!asked) return span(monthOf(startOfMonth(known.current, -11)), known.current);
  if (!shape.test(asked) || asked < known.first || asked > known.current) return null;
  return span(asked, asked);
}
