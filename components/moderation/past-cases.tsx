import { When } from "@/components/ui/when";
import { decisionLabels, outcomeOf, reasonLabels } from "@/lib/moderation/labels";
import { kindNames } from "@/lib/moderation/labels-staff";
import type { PastCase } from "@/lib/moderation/queries-alike";

/** Other cases in short. What is hard to read is named by its kind alone. */
export function PastCases({ cases, withReason = false }: { cases: PastCase[]; withReason?: boolean }) {
  return (
    <ul className="plain-list past-cases">
      {cases.map((each) => (
        <li key={each.id}>
          <a className="tall-link" href={`/staff/cases/${each.id}`}>
            {titleOf(each)}
          </a>
          {each.extract && <p className="extract">{each.extract}</p>}
          <p className="meta">
            {withReason && <span>{reasonLabels[each.reason]}</span>}
            <strong>{outcomeWords(each)}</strong>
            <When at={each.closedAt ?? each.openedAt} />
          </p>
        </li>
      ))}
    </ul>
  );
}

function titleOf({ kind, title, position }: PastCase): string {
  if (!title) return `${kindNames[kind]} that is hard to read`;
  return position ? `Comment ${position} under “${title}”` : title;
}

function outcomeWords({ closedAt, outcomes }: PastCase): string {
  if (!closedAt) return "Open";
  return outcomes
    .map(({ kind, lifts, overturned }) => {
      const done = kind === "lift" ? outcomeOf({ kind, lifts }) : decisionLabels[kind];
      return overturned ? `${done} (taken back)` : done;
    })
    .join(", ");
}
