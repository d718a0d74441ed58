import { When } from "@/components/ui/when";
import { decisionLabels } from "@/lib/moderation/labels";
import type { RestrictionLine as Restricted } from "@/lib/moderation/queries-author";

/** One thing that a member may not do, or could not do for a time, with its case. */
export function RestrictionLine({ restriction }: { restriction: Restricted }) {
  const { kind, caseId, startsAt, endsAt, liftedAt, inForce } = restriction;
  return (
    <>
      <a href={`/staff/cases/${caseId}`}>{decisionLabels[kind]}</a>
      {inForce ? " " : ", "}
      {!inForce && (
        <>
          from <When at={startsAt} />{" "}
        </>
      )}
      {liftedAt ? (
        <>
          until it was lifted on <When at={liftedAt} />
        </>
      ) : endsAt ? (
        <>
          until <When at={endsAt} />
        </>
      ) : (
        "for good"
      )}
    </>
  );
}
