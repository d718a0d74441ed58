import { describe, expect, it } from "vitest";
import type { QueueRow } from "@/lib/moderation/queries-queue";
import { arrivalsOf, currentRows, inQueueOrder } from "./queue-news";

function row(id: number, given: Partial<QueueRow> = {}): QueueRow {
  return {
    ...{ id, version: 1, reason: "other", origin: "report", reportCount: 1, suspicion: "", urgency: 2 },
    ...{ queueAt: new Date(id * 1000), openedAt: new Date(0), dueMinutes: 5, title: `Case ${id}`, position: null },
    ...{ distressing: false, extract: "", claim: null, own: false, removable: true },
    ...given,
  };
}
const ids = (rows: QueueRow[]) => rows.map(({ id }) => id);
const news = (rows: QueueRow[], others: QueueRow[] = []) => ({ rows, others, done: [] });

describe("a page of the queue that lies open", () => {
  it("keeps every row in its place, with what is new about it", () => {
    const shown = [row(1), row(2), row(3)];
    const claimed = row(3, { claim: { who: "ana", own: false } });
    const now = currentRows(shown, news([claimed, row(9)], [row(1, { reportCount: 4, version: 2 })]));
    expect(ids(now)).toEqual([1, 2, 3]);
    expect(now[0]).toMatchObject({ reportCount: 4, version: 1 });
    expect(now[2]).toMatchObject({ claim: { who: "ana" } });
  });

  it("tells what came in between, and on a full page nothing of what follows it", () => {
    const shown = [row(1), row(3), row(5)];
    const answered = news([row(9, { urgency: 0 }), row(1), row(2), row(5), row(6)]);
    expect(ids(arrivalsOf(shown, answered, true))).toEqual([9, 2]);
    expect(ids(arrivalsOf(shown, answered, false))).toEqual([9, 2, 6]);
    expect(ids(arrivalsOf([], answered, false))).toHaveLength(5);
  });

  it("has the queue's order: urgency, time, number", () => {
    const rows = [row(4), row(3, { queueAt: new Date(4000) }), row(9, { urgency: 0 }), row(1)];
    expect(ids(rows.toSorted(inQueueOrder))).toEqual([9, 1, 3, 4]);
  });
});
