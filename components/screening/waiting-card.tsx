import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/form";
import { Prose } from "@/components/ui/prose";
import { When } from "@/components/ui/when";
import { withdrawCommentEditAction } from "@/lib/comments/actions";
import { commentPath, threadPath } from "@/lib/platform/urls";
import { withdrawPostEditAction } from "@/lib/posts/actions";
import { whyWaitingLabels } from "@/lib/screening/labels";
import type { Waiting } from "@/lib/threads/queries-waiting";

/** One thing of one's own that others do not see yet: its words, why, and the way to take it back. */
export function WaitingCard({ thing }: { thing: Waiting }) {
  const { what, title, thread, position } = thing;
  const number = position === null ? "" : `, comment ${position}`;
  const place = position === null ? threadPath(thread) : commentPath(thread, position);
  return (
    <article className="card stack">
      <h2>{what === "thread" ? title : <a href={place}>{`${title}${number}`}</a>}</h2>
      <p className="meta">
        <span className="tag tag-plum">{labels[what]}</span>
        <When at={thing.since} />
      </p>
      <Prose html={thing.html} />
      {thing.why.map((why) => (
        <p key={why} className="quiet">
          {whyWaitingLabels[why]}
        </p>
      ))}
      <WithdrawLine thing={thing} />
    </article>
  );
}

const labels: Record<Waiting["what"], string> = {
  thread: "Your thread",
  comment: "Your comment",
  thread_edit: "Your change; what stood before is shown until then",
  comment_edit: "Your change; what stood before is shown until then",
};

function WithdrawLine({ thing: { what, id } }: { thing: Waiting }): ReactNode {
  if (what === "thread" || what === "comment") {
    return (
      <p>
        <a className="button button-quiet" href={`/me/withdraw/${what}/${id}`}>
          Withdraw it
        </a>
      </p>
    );
  }
  const ofThread = what === "thread_edit";
  return (
    <ActionForm action={ofThread ? withdrawPostEditAction : withdrawCommentEditAction} className="row">
      <input type="hidden" name={ofThread ? "thread" : "comment"} value={id} />
      <button className="button button-quiet">Withdraw the change</button>
      <a className="button button-plain" href={`/me/edit/${ofThread ? "post" : "comment"}/${id}`}>
        Change it again
      </a>
    </ActionForm>
  );
}
