import { decisionLabels, originLabels, reasonLabels, ruleLabels } from "@/lib/moderation/labels";
import type { Figures } from "@/lib/moderation/queries-transparency";
import { CountTable } from "./count-table";
import { deciderWords, shareWords, spanWords } from "./figure-words";

/** Adds the words for what was counted. */
function named<K extends string>(counts: { key: K; n: number }[], labels: Record<K, string>) {
  return counts.map(({ key, n }) => ({ label: labels[key], n }));
}

export function ModerationFigures({ figures }: { figures: Figures }) {
  const { reports, notices, decisions, first, appeals, inForce } = figures;
  return (
    <>
      <dl className="card facts">
        <Fact name="Reports by members" value={reports.n} />
        <Fact name="Notices by people without an account" value={notices} />
        <Fact name="Decisions" value={decisions.n} />
        <Fact name="Made by the software alone" value={shareWords(decisions.automated, decisions.n)} />
        <Fact name="Half of the cases were first decided by a person within" value={spanWords(first.medianSeconds)} />
        <Fact name="First decided within the time that we promise" value={shareWords(first.inTime, first.n)} />
        <Fact name="Statements of reasons" value={decisions.stated} />
        <Fact name="Spam, without a statement" value={decisions.unstated} />
        <Fact name="Decisions taken back since" value={shareWords(decisions.overturned, decisions.n)} />
      </dl>
      <div className="count-tables">
        <CountTable heading="What was reported" of="Reason" rows={named(reports.byReason, reasonLabels)} />
        <CountTable heading="What was decided" of="Decision" rows={named(decisions.byKind, decisionLabels)} />
        <CountTable heading="Under which rule" of="Rule" rows={named(decisions.byRule, ruleLabels)} />
        <CountTable heading="How it came up" of="Source" rows={named(decisions.bySource, originLabels)} />
        <CountTable heading="Who decided" of="Role" rows={named(decisions.byDecider, deciderWords)} />
        <CountTable heading="In force today" of="Restriction" rows={named(inForce, decisionLabels)} />
      </div>
      <section className="threads-section" aria-labelledby="appeals">
        <h2 id="appeals">Appeals</h2>
        <dl className="card facts">
          <Fact name="Appeals made" value={appeals.n} />
          <Fact name="Of these by people who had reported something" value={appeals.byReporters} />
          <Fact name="Upheld, and the decision taken back" value={appeals.upheld} />
          <Fact name="Refused" value={appeals.refused} />
          <Fact name="Not decided yet" value={appeals.open} />
          <Fact name="Half of the appeals were decided within" value={spanWords(appeals.medianSeconds)} />
        </dl>
      </section>
    </>
  );
}

function Fact({ name, value }: { name: string; value: string | number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
