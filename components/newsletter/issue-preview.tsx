import { Fold } from "@/components/ui/fold";
import { Prose } from "@/components/ui/prose";
import type { Issue } from "@/lib/newsletter/queries";

/** What its readers get, in both forms. */
export function IssuePreview({ issue, text }: { issue: Issue; text: string }) {
  return (
    <section className="stack" aria-labelledby="preview">
      <h2 id="preview">How it reads</h2>
      {issue.leftOut > 0 && (
        <p className="note">
          {issue.leftOut === 1 ? "One article of it" : `${issue.leftOut} articles of it`} cannot be read by everyone any
          more, and would be left out.
        </p>
      )}
      <div className="card stack">
        <p className="meta">
          <strong>{issue.subject}</strong>
        </p>
        {issue.introductionHtml && <Prose html={issue.introductionHtml} />}
        {issue.articles.map(({ id, title, excerpt, path }) => (
          <div key={id}>
            <h3>{title}</h3>
            <p>{excerpt}</p>
            <p>
              <a className="tall-link" href={path}>
                Read “{title}”
              </a>
            </p>
          </div>
        ))}
      </div>
      <Fold summary="As plain text">
        <p className="as-typed">{text}</p>
      </Fold>
    </section>
  );
}
