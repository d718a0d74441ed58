import { nextCaseSchema, type QueueGroup } from "@/lib/moderation/schema";

/** What somebody works through: a group of the queue or all of it, and the cases that they passed over. */
export type Flow = { show?: QueueGroup; passed: number[] };

type Query = { show?: string | string[]; passed?: string | string[] };

/** Reads it from an address. What is no group and no list is nothing. */
export function flowOf({ show, passed }: Query): Flow {
  const read = nextCaseSchema.parse({ show: [show].flat()[0], passed: [passed].flat()[0], key: "" });
  return { show: read.show, passed: read.passed };
}

/** The same, with one more case passed over; the oldest is forgotten where there are too many. */
export function passingOver({ show, passed }: Flow, id: number): Flow {
  return { show, passed: [...passed.filter((each) => each !== id), id].slice(-50) };
}
