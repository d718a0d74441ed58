import { When } from "@/components/ui/when";
import type { DryRun } from "@/lib/screening/queries";

/** What a phrase would have caught lately. */
export function DryRunResult({ phrase, result }: { phrase: string; result: DryRun }) {
  const { days, threads, comments, examples, complete } = result;
  return (
    <section aria-labelledby="tried" className="stack">
      <h3 id="tried">What “{phrase}” would have caught</h3>
      <p role="status">
        In the last {days} days: {counted(threads, "thread")} and {counted(comments, "comment")}
        {complete ? "." : ", among the newest; there were too many texts to read them all."} Nothing was changed or
        kept.
      </p>
      <ul className="threads">
        {examples.map(({ title, href, extract, at }, index) => (
          <li key={index} className="card">
            <p>
              {href ? <a href={href}>{title}</a> : `${title} (hidden or removed since)`}
              <br />
              <span className="quiet">{extract}</span>
            </p>
            <p className="meta">
              <When at={at} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
