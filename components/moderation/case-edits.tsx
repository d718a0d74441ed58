import { Words } from "@/components/ui/words";
import { When } from "@/components/ui/when";
import type { CaseView } from "@/lib/moderation/queries-case";
import { changedLines } from "./changed-lines";
import { Veil } from "./veil";

type Edits = CaseView["edits"];
type Props = { edits: Edits; distressing: boolean };

/** An edit that waits, beside what stands now, and how the words were before. */
export function CaseEdits({ edits: { earlier, waiting }, distressing }: Props) {
  if (!waiting && earlier.length === 0) return null;
  return (
    <section aria-labelledby="edits" className="stack">
      <h2 id="edits">How it was changed</h2>
      {waiting && (
        <Veil over={distressing} ask="Show the edit that waits. It may be hard to read.">
          <Waiting waiting={waiting} />
        </Veil>
      )}
      {earlier.length > 0 && (
        <details className="fold">
          <summary>{earlier.length === 1 ? "One earlier wording" : `${earlier.length} earlier wordings`}</summary>
          <Veil over={distressing} ask="Show the earlier wordings. They may be hard to read.">
            <Earlier earlier={earlier} />
          </Veil>
        </details>
      )}
    </section>
  );
}

function Waiting({ waiting: { at, before, after, audience } }: { waiting: NonNullable<Edits["waiting"]> }) {
  return (
    <>
      <p className="quiet">
        This edit waits since <When at={at} />. Lines that differ are marked; both are shown as they were typed, so that
        nothing hides behind a link.
        {audience && ` It would then be ${audience === "members" ? "for members only" : "public"}.`}
      </p>
      <div className="grid">
        <Typed name="Stands now" text={before} other={after} />
        <Typed name="Would stand" text={after} other={before} />
      </div>
    </>
  );
}

type Text = NonNullable<Edits["waiting"]>["before"];

function Typed({ name, text, other }: { name: string; text: Text; other: Text }) {
  const whole = ({ title, body }: Text) => [title ?? "", body].join("\n");
  return (
    <section className="card" aria-label={name}>
      <h3>{name}</h3>
      {changedLines(whole(text), whole(other)).map(({ text: line, changed }, index) => (
        <p key={index}>{changed ? <mark>{line}</mark> : line}</p>
      ))}
    </section>
  );
}

function Earlier({ earlier }: { earlier: Edits["earlier"] }) {
  return (
    <ol className="stack plain-list">
      {earlier.map(({ id, title, bodyHtml, until }) => (
        <li key={id} className="card">
          <p className="quiet">
            Until <When at={until} />
          </p>
          {title && <h3>{title}</h3>}
          <Words html={bodyHtml} />
        </li>
      ))}
    </ol>
  );
}
