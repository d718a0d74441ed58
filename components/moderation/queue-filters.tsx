import type { QueueFilter } from "@/lib/moderation/queries-queue";
import { queueGroups } from "@/lib/moderation/schema";
import { filterLabels } from "./queue-words";

/** The parts of the queue. */
export function QueueFilters({ now }: { now: QueueFilter }) {
  const parts = ["all", "mine", ...queueGroups] as const;
  return (
    <nav aria-label="Parts of the queue">
      <ul className="tabs">
        {parts.map((part) => (
          <li key={part}>
            <a
              href={part === "all" ? "/staff/queue" : `/staff/queue?show=${part}`}
              aria-current={part === (now ?? "all") ? "page" : undefined}
            >
              {filterLabels[part]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
