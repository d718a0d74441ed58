import { AnswerList } from "@/components/testimonials/answer-list";
import { FollowUpCard } from "@/components/testimonials/follow-up-card";
import { Words } from "@/components/ui/words";
import { When } from "@/components/ui/when";
import type { CaseView, ContextComment } from "@/lib/moderation/queries-case";
import { commentPath, isPersona, threadPath } from "@/lib/platform/urls";
import { Veil } from "./veil";

const states = { shown: "", hidden: "Hidden", removed: "Removed", withdrawn: "Withdrawn by its author" };

/** What the case is about, where it stands. */
export function CaseContext({ view }: { view: CaseView }) {
  return (
    <section aria-labelledby="context" className="stack">
      <h2 id="context">What it is about</h2>
      <p className="meta">
        <Place view={view} />
        <States view={view} />
      </p>
      <Veil over={view.distressing}>{view.thread ? <InThread view={view} /> : <Profile view={view} />}</Veil>
    </section>
  );
}

function Place({ view: { thread, position, thing, author } }: { view: CaseView }) {
  if (!thread) return isPersona(author.handle) ? null : <a href={`/members/${author.handle}`}>Open it in its place</a>;
  if (thing.held) return <span className="tag tag-plum">Waits to be seen</span>;
  return <a href={position ? commentPath(thread, position) : threadPath(thread)}>Open it in its place</a>;
}

function States({ view: { thread, thing } }: { view: CaseView }) {
  // The comment under which a state stands says so itself.
  const own = thing.subject !== "comment";
  return (
    <>
      {thread && <span className="tag">{thread.audience === "members" ? "Members only" : "Public"}</span>}
      {thing.locked && <span className="tag tag-clay">Thread locked</span>}
      {thing.slowed && <span className="tag tag-clay">Thread slowed</span>}
      {own && thing.hidden && <span className="tag tag-clay">Hidden</span>}
      {own && thing.removed && <span className="tag tag-clay">Removed</span>}
      {own && thing.withdrawn && <span className="tag">Withdrawn by its author</span>}
    </>
  );
}

function Profile({ view }: { view: CaseView }) {
  return (
    <div className="card">
      {view.bioHtml ? <Words html={view.bioHtml} /> : <p>They wrote nothing about themselves.</p>}
    </div>
  );
}

function InThread({ view }: { view: CaseView }) {
  const { thread, position, thing, told, distressing } = view;
  const shown = thing.subject === "thread" && !thing.withdrawn;
  return (
    <>
      {shown && thread && (
        <div className="card">
          {distressing && <h3>{thread.title}</h3>}
          {told && <AnswerList told={told.answers} />}
          <Words html={thread.bodyHtml} />
          {told?.answers.tip && (
            <p>
              <strong>What they would tell someone:</strong> {told.answers.tip}
            </p>
          )}
        </div>
      )}
      {told?.later.map((later) => (
        <FollowUpCard key={later.id} later={later} />
      ))}
      {view.context.map((comment) => (
        <Comment key={comment.position} comment={comment} meant={comment.position === position} />
      ))}
    </>
  );
}

function Comment({ comment, meant }: { comment: ContextComment; meant: boolean }) {
  return (
    <article className={meant ? "card" : "note note-plum"} aria-label={`Comment ${comment.position}`}>
      <p className="meta">
        <span>{comment.position}</span>
        <strong>{comment.handle}</strong>
        <When at={comment.createdAt} />
        {meant && <span className="tag tag-clay">The case is about this</span>}
        {states[comment.state] && <span className="tag">{states[comment.state]}</span>}
      </p>
      <Words html={comment.bodyHtml} />
    </article>
  );
}
