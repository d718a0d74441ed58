import { When } from "@/components/ui/when";
import { decisionLabels, outcomeOf } from "@/lib/moderation/labels";
import type { OwnRestriction } from "@/lib/moderation/queries-standing";

/** What a member may not do now. */
export function RestrictionsInForce({ restrictions }: { restrictions: OwnRestriction[] }) {
  if (restrictions.length === 0) return <p className="note">Nothing. You can do here what everybody can do.</p>;
  return (
    <ul className="threads">
      {restrictions.map((restriction) => (
        <li key={restriction.id} className="card">
          <p>
            <strong>{outcomeOf(restriction)}</strong>
          </p>
          <p className="meta">
            <span>
              Since <When at={restriction.startsAt} />
            </span>
            <span>{restriction.endsAt ? <Until at={restriction.endsAt} /> : "It has no end of its own"}</span>
            <Why id={restriction.statementId} />
          </p>
        </li>
      ))}
    </ul>
  );
}

/** What is over: it ended, or somebody ended it. */
export function RestrictionsOver({ restrictions }: { restrictions: OwnRestriction[] }) {
  return (
    <ul className="threads">
      {restrictions.map((restriction) => (
        <li key={restriction.id} className="card">
          <p className="meta">
            <strong>{decisionLabels[restriction.kind]}</strong>
            <span>
              <When at={restriction.startsAt} /> to <When at={restriction.liftedAt ?? endOf(restriction)} />
            </span>
            {restriction.liftedAt && <span className="tag tag-leaf">Lifted</span>}
            <Why id={restriction.statementId} />
          </p>
        </li>
      ))}
    </ul>
  );
}

const endOf = ({ endsAt, startsAt }: OwnRestriction) => endsAt ?? startsAt;

function Until({ at }: { at: Date }) {
  return (
    <>
      Until <When at={at} />
    </>
  );
}

function Why({ id }: { id: number | null }) {
  if (id === null) return null;
  return <a href={`/me/statements/${id}`}>Why, and how to object</a>;
}
