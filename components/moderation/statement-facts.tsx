import type { ReactNode } from "react";
import { When } from "@/components/ui/when";
import { originLabels, ruleLabels, scopeLabels } from "@/lib/moderation/labels";
import type { Statement } from "@/lib/moderation/queries";

/** What was decided, about what, for how long, by whom and under which rule. */
export function StatementFacts({ statement }: { statement: Statement }) {
  const { scope, thread, position, endsAt, createdAt, rule, legalGround, automated, source } = statement;
  return (
    <dl className="card facts">
      <Fact name="What it is about">
        {scopeLabels[scope]}
        {thread ? `: ${thread.title}` : ""}
        {position ? `, your comment ${position}` : ""}
      </Fact>
      <Fact name="When">
        <When at={createdAt} />
      </Fact>
      <Fact name="Until">{endsAt ? <When at={endsAt} /> : "It has no end of its own"}</Fact>
      <Fact name={legalGround ? "Which law" : "Which rule"}>
        {legalGround ?? ruleLabels[rule]} (<a href="/guidelines">guidelines</a>)
      </Fact>
      <Fact name="Who decided">
        {automated ? "The software, by a rule. A person will look at it." : "A person, not a program"}
      </Fact>
      <Fact name="How it came up">{originLabels[source]}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
