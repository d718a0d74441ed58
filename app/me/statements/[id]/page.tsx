import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ObjectionSection } from "@/components/moderation/objection-section";
import { StatementFacts } from "@/components/moderation/statement-facts";
import { When } from "@/components/ui/when";
import { outcomeOf } from "@/lib/moderation/labels";
import { getStatement, noteStatementOpened, type Statement } from "@/lib/moderation/queries";
import { getObjection, noteAnswerOpened } from "@/lib/moderation/queries-objection";
import { currentMember } from "@/lib/platform/current-viewer";
import { idOf } from "@/lib/platform/params";

export const metadata: Metadata = { title: "A moderator’s decision" };

type Props = { params: Promise<{ id: string }> };

export default async function StatementPage({ params }: Props) {
  const { id } = await params;
  const { memberId } = await currentMember(`/me/statements/${id}`, { suspendedToo: true });
  const statement = await getStatement(memberId, idOf(id) ?? 0);
  if (!statement) notFound();
  const objection = await getObjection(memberId, { statement: statement.id });
  await noteStatementOpened(memberId, statement.id);
  if (objection?.appeal) await noteAnswerOpened(memberId, objection.appeal.id);
  return (
    <>
      <div className="page-head">
        <h1>{statement.automated ? "A decision by the software" : "A moderator’s decision"}</h1>
        <Outcome statement={statement} />
      </div>
      <div className="stack">
        <StatementFacts statement={statement} />
        <section aria-labelledby="why">
          <h2 id="why">{statement.automated ? "Why" : "Why, in the moderator’s words"}</h2>
          <p className="typed">{statement.facts}</p>
        </section>
        {statement.words && (
          <section aria-labelledby="words">
            <h2 id="words">Your words</h2>
            <blockquote className="note note-plum typed">{statement.words}</blockquote>
          </section>
        )}
        {objection && <ObjectionSection objection={objection} statement={statement.id} />}
      </div>
    </>
  );
}

function Outcome({ statement }: { statement: Statement }) {
  if (!statement.overturnedAt) return <p className="lead">{outcomeOf(statement)}</p>;
  return (
    <>
      <p className="lead">
        This decision was taken back on <When at={statement.overturnedAt} />. What it did was undone, and it does not
        count any more.
      </p>
      <p className="quiet">At the time we told you: “{outcomeOf(statement)}”</p>
    </>
  );
}
