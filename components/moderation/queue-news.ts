import type { QueueNews, QueueRow } from "@/lib/moderation/queries-queue";

type SentRow = Omit<QueueRow, "queueAt" | "openedAt"> & { queueAt: string; openedAt: string };
type Sent = { rows: SentRow[]; others: SentRow[]; done: QueueNews["done"] };

export const noNews: QueueNews = { rows: [], others: [], done: [] };

/** Asks what became of a page of the queue. @param query as the page's own, e.g. "show=spam" */
export async function fetchQueueNews(query: string, shown: number[]): Promise<QueueNews> {
  const answer = await fetch(`/api/staff/queue?${query}&shown=${shown.join(".")}`, { cache: "no-store" });
  if (!answer.ok) throw new Error(`queue: ${answer.status}`);
  const { rows, others, done } = (await answer.json()) as Sent;
  return { rows: rows.map(read), others: others.map(read), done };
}

function read(row: SentRow): QueueRow {
  return { ...row, queueAt: new Date(row.queueAt), openedAt: new Date(row.openedAt) };
}

/** The order of the queue. */
export function inQueueOrder(one: QueueRow, other: QueueRow): number {
  return one.urgency - other.urgency || one.queueAt.getTime() - other.queueAt.getTime() || one.id - other.id;
}

/**
 * The rows of a page as they are now, in the places where they stand. Their version stays the one that somebody saw:
 * what is chosen and has changed since is left out of a batch.
 * @param shown as the page came, or as it was when new cases were last asked for
 */
export function currentRows(shown: QueueRow[], { rows, others }: QueueNews): QueueRow[] {
  const now = new Map([...rows, ...others].map((row) => [row.id, row]));
  return shown.map((row) => ({ ...row, ...now.get(row.id), version: row.version }));
}

/**
 * Cases that belong on a page and are not on it yet. Those after its last row belong on the next one.
 * @param full whether the page goes on on another one
 */
export function arrivalsOf(shown: QueueRow[], { rows }: QueueNews, full: boolean): QueueRow[] {
  const last = shown.toSorted(inQueueOrder).at(-1);
  return rows
    .filter((row) => !shown.some(({ id }) => id === row.id))
    .filter((row) => !full || !last || inQueueOrder(row, last) < 0);
}
