import { skipReasons, type Skipped } from "@/lib/moderation/schema";

const words: Record<Skipped["why"], string> = {
  changed: "somebody has changed or decided it since you opened the queue",
  own: "it is about your own words, or your own report",
  unfit: "it cannot be removed: it was taken back by its author, is removed already, or is a profile",
};

/** The cases that were not taken into a batch, with the reason. @param left as in the address, e.g. "12-changed.15-own" */
export function LeftOut({ left }: { left: string }) {
  const skipped = left.split(".").flatMap((each) => {
    const [, id, code] = each.match(/^(\d{1,15})-([a-z]+)$/) ?? [];
    const why = skipReasons.find((reason) => reason === code);
    return id && why ? [{ id, why }] : [];
  });
  if (skipped.length === 0) return null;
  return (
    <section className="note note-plum" aria-labelledby="left-out">
      <h2 id="left-out">{skipped.length === 1 ? "One case was left out" : `${skipped.length} cases were left out`}</h2>
      <ul>
        {skipped.map(({ id, why }) => (
          <li key={id}>
            <a href={`/staff/cases/${id}`}>Case {id}</a>: {words[why]}.
          </li>
        ))}
      </ul>
    </section>
  );
}
