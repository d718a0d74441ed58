import type { ReactNode } from "react";
import { When } from "@/components/ui/when";
import { originLabels, reasonLabels } from "@/lib/moderation/labels";
import type { CaseView } from "@/lib/moderation/queries-case";
import { Veil } from "./veil";

type Props = {
  view: CaseView;
  /** What people without an account wrote, where somebody did. */
  children?: ReactNode;
};

/** How it came up, and what people said about it. */
export function CaseReports({ view: { reports, origin, distressing }, children }: Props) {
  return (
    <section aria-labelledby="reports">
      <h2 id="reports">{reports.length > 0 ? "What people said about it" : "Nobody has reported it"}</h2>
      <p className="quiet">How it came up: {originLabels[origin]}.</p>
      <ul className="threads">
        {reports.map((report) => (
          <li key={report.handle} className="card">
            <p className="meta">
              <strong>{report.handle}</strong> <span>{reasonLabels[report.reason]}</span> <When at={report.createdAt} />
            </p>
            {report.note && (
              <Veil over={distressing} ask="Show the note. It may be hard to read.">
                <p>{report.note}</p>
              </Veil>
            )}
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}
