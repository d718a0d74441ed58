import { When } from "@/components/ui/when";
import type { Notice } from "@/lib/moderation/queries-notices";
import { Veil } from "./veil";

/** What people without an account wrote to us about it. Who they are is for moderators alone. */
export function CaseNotices({ notices, distressing }: { notices: Notice[]; distressing: boolean }) {
  if (notices.length === 0) return null;
  return (
    <>
      <h3>Notices from outside</h3>
      <ul className="threads">
        {notices.map(({ reference, why, name, email, createdAt, childAbuse }) => (
          <li key={reference} className="card">
            <p className="meta">
              <strong>{reference}</strong>
              {childAbuse && <span className="tag tag-clay">Abuse of a child</span>}
              <When at={createdAt} />
            </p>
            <Veil over={distressing} ask="Show the notice. It may be hard to read.">
              <p>{why}</p>
            </Veil>
            <p className="quiet">{email ? `From ${name}, ${email}` : "Sent without a name, or the name was erased."}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
