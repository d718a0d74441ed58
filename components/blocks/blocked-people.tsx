import { UnblockForm } from "./block-button";

/** Whom a member blocked, with the way back. */
export function BlockedPeople({ people }: { people: { id: number; handle: string }[] }) {
  return (
    <section className="card" aria-labelledby="people">
      <h2 id="people">People you blocked</h2>
      <p>
        You do not see what they write. They cannot react to your words, follow you, or reach you here in any other way.
        What they wrote stays for others, and what moderators decide still reaches you.
      </p>
      {people.length === 0 && <p className="quiet">Nobody. There is a “Block” button on each member’s page.</p>}
      <ul className="quiet-list">
        {people.map((person) => (
          <li key={person.id} className="row">
            <a className="tall-link" href={`/members/${person.handle}`}>
              {person.handle}
            </a>
            <UnblockForm member={person} className="bar-end" />
          </li>
        ))}
      </ul>
    </section>
  );
}
