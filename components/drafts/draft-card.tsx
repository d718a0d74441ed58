import { ActionForm } from "@/components/ui/form";
import { When } from "@/components/ui/when";
import { throwAwayDraftAction } from "@/lib/drafts/actions";
import { draftLabels } from "@/lib/drafts/labels";
import type { ListedDraft } from "@/lib/drafts/queries";

/** One draft: what it is, where it belongs, how it begins, and what can be done with it. */
export function DraftCard({ draft: { id, kind, savedAt, words, all, about, href } }: { draft: ListedDraft }) {
  const heading = `draft-${id}`;
  return (
    <article className="card stack" aria-labelledby={heading}>
      <h2 id={heading}>{draftLabels[kind]}</h2>
      <p className="meta">
        {about && <a href={about.href}>{about.name}</a>}
        <When at={savedAt} />
      </p>
      <p className="draft-words">{words || "Only answers were chosen, no words yet."}</p>
      {all && (
        <details className="fold draft-more">
          <summary>Read all of it</summary>
          <p className="fold-body draft-words draft-all">{all}</p>
        </details>
      )}
      <div className="row">
        <a className="button" href={href} aria-describedby={heading}>
          Go on writing
        </a>
        <details className="fold">
          <summary>Throw away</summary>
          <ActionForm action={throwAwayDraftAction} className="fold-body stack">
            <input type="hidden" name="draft" value={id} />
            <p>It is gone for good then, here and on your other devices.</p>
            <p>
              <button className="button button-grave">Throw it away</button>
            </p>
          </ActionForm>
        </details>
      </div>
    </article>
  );
}
