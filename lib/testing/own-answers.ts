import { and, asc, eq, ne } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { consents, counts, testimonials } from "@/db/schema";
import { openOwn } from "@/lib/testimonials/seal";

type Person = { id: number };

function asAuthor<T>({ id }: Person, read: (tx: Transaction) => Promise<T>): Promise<T> {
  return db.transaction(async (tx) => {
    await openOwn(tx, id);
    return read(tx);
  });
}

/** The stored answers, as only their author can read them. */
export async function ownAnswers(author: Person, threadId: number) {
  const [row] = await asAuthor(author, (tx) =>
    tx.select().from(testimonials).where(eq(testimonials.threadId, threadId)),
  );
  return row;
}

export function ownLedger(author: Person, threadId: number) {
  return asAuthor(author, (tx) =>
    tx.select().from(consents).where(eq(consents.threadId, threadId)).orderBy(asc(consents.id)),
  );
}

/** What everybody answered about a technique: question, answer, how many. The answer "" is who answered at all. */
export async function countsOf(
  techniqueId: number,
  { stage = "first", filter = "all", value = "" } = {},
): Promise<Record<string, Record<string, number>>> {
  const rows = await db
    .select()
    .from(counts)
    .where(
      and(
        eq(counts.techniqueId, techniqueId),
        eq(counts.stage, stage),
        eq(counts.filter, filter),
        eq(counts.value, value),
        ne(counts.n, 0),
      ),
    );
  const byQuestion: Record<string, Record<string, number>> = {};
  for (const { question, answer, n } of rows) (byQuestion[question] ??= {})[answer] = n;
  return byQuestion;
}
