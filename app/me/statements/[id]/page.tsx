import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { When } from "@/components/ui/when";
import { originLabels, outcomeOf, ruleLabels, scopeLabels } from "@/lib/moderation/labels";
import { getStatement, noteStatementOpened } from "@/lib/moderation/queries";
import { currentMember } from "@/lib/platform/current-viewer";
import { operatorAddress } from "@/lib/platform/mail";

export const metadata: Metadata = { title: "A moderator’s decision" };

type Props = { params: Promise<{ id: string }> };

export default async function StatementPage({ params }: Props) {
  const { id } = await params;
  const viewer = await currentMember(`/me/statements/${id}`, { suspendedToo: true });
  const statement = /^\d{1,15}$/.test(id) ? await getStatement(viewer.memberId, Number(id)) : null;
  if (!statement) notFound();
  await noteStatementOpened(viewer.memberId, statement.id);
  return (
    <>
      <div className="page-head">
        <h1>A moderator’s decision</h1>
        <p className="lead">{outcomeOf(statement)}</p>
      </div>
      <div className="stack">
        <dl className="card facts">
          <div>
            <dt>What it is about</dt>
            <dd>
              {scopeLabels[statement.scope]}
              {statement.thread ? `: ${statement.thread.title}` : ""}
              {statement.position ? `, your comment ${statement.position}` : ""}
            </dd>
          </div>
          <div>
            <dt>When</dt>
            <dd>
              <When at={statement.createdAt} />
            </dd>
          </div>
          <div>
            <dt>Which rule</dt>
            <dd>
              {statement.legalGround ?? ruleLabels[statement.rule]} (<a href="/guidelines">guidelines</a>)
            </dd>
          </div>
          <div>
            <dt>Who decided</dt>
            <dd>
              {statement.automated ? "The software, by a rule. A person will look at it." : "A person, not a program"}
            </dd>
          </div>
          <div>
            <dt>How it came up</dt>
            <dd>{originLabels[statement.source]}</dd>
          </div>
          {statement.endsAt && (
            <div>
              <dt>Until</dt>
              <dd>
                <When at={statement.endsAt} />
              </dd>
            </div>
          )}
        </dl>
        <section aria-labelledby="why">
          <h2 id="why">Why, in the moderator’s words</h2>
          <p>{statement.facts}</p>
        </section>
        {statement.words && (
          <section aria-labelledby="words">
            <h2 id="words">Your words</h2>
            <blockquote className="note note-plum">{statement.words}</blockquote>
          </section>
        )}
        <section aria-labelledby="object">
          <h2 id="object">If you think this is wrong</h2>
          <p>
            Moderators make mistakes, and everything can be restored as it was. Write to{" "}
            <a href={`mailto:${operatorAddress()}?subject=Statement%20${statement.id}`}>{operatorAddress()}</a> within
            six months and say what was missed. Somebody else than the person who decided will look at it.
          </p>
        </section>
      </div>
    </>
  );
}
