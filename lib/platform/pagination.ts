/** 20 comments and 25 threads a page: short enough to read in one sitting, long enough not to press "next" all the time. */
export const commentsPerPage = 20;
export const threadsPerPage = 25;

/** Numbered list pages end here, so that no OFFSET grows; older threads are reached by `?before=`. */
export const lastListPage = 20;

/** The page number of an address: 1 for none, null for something that is no page number. */
export function pageNumber(value: string | string[] | undefined): number | null {
  const text = Array.isArray(value) ? value[0] : value;
  if (text === undefined) return 1;
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}

/** The page on which the comment at a position stands. */
export function pageOfPosition(position: number): number {
  return Math.max(1, Math.ceil(position / commentsPerPage));
}

/** A keyset cursor: the activity time and id of the last row that was shown. */
export type Cursor = { at: Date; id: number };

export function writeCursor(cursor: Cursor): string {
  return `${cursor.at.getTime()}.${cursor.id}`;
}

export function readCursor(value: string | string[] | undefined): Cursor | null {
  const text = Array.isArray(value) ? value[0] : value;
  const match = text?.match(/^(\d{1,15})\.(\d{1,15})$/);
  if (!match) return null;
  return { at: new Date(Number(match[1])), id: Number(match[2]) };
}
