import type { Metadata } from "next";
import { deciderWords, monthWords } from "@/components/moderation/figure-words";
import { decisionLabels, ruleLabels } from "@/lib/moderation/labels";
import { listPublicDecisions, type PublicDecision } from "@/lib/moderation/queries-public-log";
import { idOf, one } from "@/lib/platform/params";
import { tags } from "@/lib/platform/tags";
import { dependOn } from "@/lib/serving/context";

export const metadata: Metadata = {
  title: "The public log",
  description: "Every decision of a moderator, without words and names.",
  alternates: { canonical: "/transparency/log" },
};

type Props = { searchParams: Promise<{ before?: string | string[] }> };

export default async function PublicLog({ searchParams }: Props) {
  dependOn(tags.transparency);
  const { rows, older } = await listPublicDecisions(idOf(one((await searchParams).before) ?? ""));
  return (
    <div className="frame frame-narrow">
      <div className="page-head">
        <h1>The public log</h1>
        <p className="lead">
          Every decision, the newest first. It tells what was done and under which rule, and nothing of whom or what it
          was about. <a href="/transparency">The numbers</a> stand on a page of their own.
        </p>
      </div>
      {rows.length === 0 && <p className="note">Nothing was decided yet.</p>}
      <div className="stack">
        {byMonth(rows).map(([month, ofMonth]) => (
          <Month key={month} month={month} rows={ofMonth} />
        ))}
      </div>
      {older && (
        <p>
          <a className="button button-quiet" href={`/transparency/log?before=${older}`}>
            Older
          </a>
        </p>
      )}
    </div>
  );
}

/** The rows of each month, which come in the order of time. */
function byMonth(rows: PublicDecision[]): [month: string, rows: PublicDecision[]][] {
  const months = [...new Set(rows.map(({ month }) => month))];
  return months.map((month) => [month, rows.filter((row) => row.month === month)]);
}

function Month({ month, rows }: { month: string; rows: PublicDecision[] }) {
  return (
    <section>
      <h2 id={month}>{monthWords(month)}</h2>
      <div className="table-wrap" tabIndex={0} role="region" aria-labelledby={month}>
        <table>
          <thead>
            <tr>
              <th scope="col">Decision</th>
              <th scope="col">Rule</th>
              <th scope="col">Who decided</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                <td>
                  {whatWords(row)} {row.overturned && <span className="tag tag-leaf">Taken back</span>}
                </td>
                <td>{ruleLabels[row.rule]}</td>
                <td>{deciderWords[row.by]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function whatWords({ kind, lifts }: PublicDecision): string {
  return lifts ? `${decisionLabels[kind]}: ${decisionLabels[lifts].toLowerCase()}` : decisionLabels[kind];
}
