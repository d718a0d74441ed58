import { ActionForm } from "@/components/ui/form";
import { unmuteAction } from "@/lib/blocks/actions";
import type { Quiet } from "@/lib/blocks/queries";

const kinds = { technique: "Technique", thread: "Thread", member: "Member" };

/** The techniques, threads and people that a member muted, with the way back. */
export function MutedThings({ things }: Pick<Quiet, "things">) {
  return (
    <section className="card" aria-labelledby="things">
      <h2 id="things">Techniques, threads and people you muted</h2>
      <p>
        Lists and your feed leave them out, and threads leave out what these people write. A technique or a thread still
        stands on its own page, should you go there.
      </p>
      {things.length === 0 && <p className="quiet">None. There is a “Mute” button on each of their pages.</p>}
      <ul className="quiet-list">
        {things.map((thing) => (
          <li key={`${thing.kind}${thing.id}`} className="row">
            <span className="tag">{kinds[thing.kind]}</span>
            <Name thing={thing} />
            <ActionForm action={unmuteAction} className="bar-end">
              <input type="hidden" name="kind" value={thing.kind} />
              <input type="hidden" name="id" value={thing.id} />
              <button className="button button-quiet">
                Unmute<span className="visually-hidden"> {thing.name ?? "what is gone"}</span>
              </button>
            </ActionForm>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Name({ thing: { name, href } }: { thing: Quiet["things"][number] }) {
  if (!name || !href) return <span className="quiet">Not here any more</span>;
  return (
    <a className="tall-link" href={href}>
      {name}
    </a>
  );
}
