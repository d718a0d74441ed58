import type { Done } from "@/lib/moderation/queries-queue";
import { doneWords } from "./queue-words";

/** That the case before is done. */
export function DoneLine({ done }: { done: Done }) {
  return (
    <p className="note" role="status">
      Case {done.id}: {doneWords(done)} <a href={`/staff/cases/${done.id}`}>Look at it again</a>
    </p>
  );
}
