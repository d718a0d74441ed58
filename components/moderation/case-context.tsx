import { AnswerList } from "@/components/testimonials/answer-list";
import { FollowUpCard } from "@/components/testimonials/follow-up-card";
import { Words } from "@/components/ui/words";
import { When } from "@/components/ui/when";
import type { CaseView, ContextComment } from "@/lib/moderation/queries-case";
import { commentPath, threadPath } from "@/lib/platform/urls";

const states = { shown: "", hidden: "Hidden", removed: "Removed", withdrawn: "Withdrawn by its author" };

/** What the case is about, where it stands. */
export function CaseContext({ view }: { view: CaseView }) {
  const { thread, position, thing } = view;
  const isComment = thing.subject === "comment";
  if (!thread) {
    return (
      <section aria-labelledby="context" className="stack">
        <h2 id="context">What it is about</h2>
        <p className="meta">
          <a href={`/members/${view.author.handle}`}>Open it in its place</a>
          {thing.hidden && <span className="tag tag-clay">Hidden</span>}
        </p>
        <div className="card">
          {view.bioHtml ? <Words html={view.bioHtml} /> : <p>They wrote nothing about themselves.</p>}
        </div>
      </section>
    );
  }
  return (
    <section aria-labelledby="context" className="stack">
      <h2 id="context">What it is about</h2>
      <p className="meta">
        {!thing.held && (
          <a href={position ? commentPath(thread, position) : threadPath(thread)}>Open it in its place</a>
        )}
        {thing.held && <span className="tag tag-plum">Waits to be seen</span>}
        <span className="tag">{thread.audience === "members" ? "Members only" : "Public"}</span>
        {thing.locked && <span className="tag tag-clay">Thread locked</span>}
        {!isComment && thing.hidden && <span className="tag tag-clay">Hidden</span>}
        {!isComment && thing.removed && <span className="tag tag-clay">Removed</span>}
        {!isComment && thing.withdrawn && <span className="tag">Withdrawn by its author</span>}
      </p>
      {!isComment && !thing.withdrawn && (
        <div className="card">
          {view.told && <AnswerList told={view.told.answers} />}
          <Words html={thread.bodyHtml} />
          {view.told?.answers.tip && (
            <p>
              <strong>What they would tell someone:</strong> {view.told.answers.tip}
            </p>
          )}
        </div>
      )}
      {view.told?.later.map((later) => (
        <FollowUpCard key={later.id} later={later} />
      ))}
      {view.context.map((comment) => (
        <Comment key={comment.position} comment={comment} reported={comment.position === position} />
      ))}
    </section>
  );
}

function Comment({ comment, reported }: { comment: ContextComment; reported: boolean }) {
  return (
    <article className={reported ? "card" : "note note-plum"} aria-label={`Comment ${comment.position}`}>
      <p className="meta">
        <span>{comment.position}</span>
        <strong>{comment.handle}</strong>
        <When at={comment.createdAt} />
        {reported && <span className="tag tag-clay">Reported</span>}
        {states[comment.state] && <span className="tag">{states[comment.state]}</span>}
      </p>
      <Words html={comment.bodyHtml} />
    </article>
  );
}
