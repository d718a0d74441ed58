"use client";

import { useEffect, useRef, useState } from "react";
import { dayLabels, originLabels, ruleLabels } from "@/lib/moderation/labels";
import { outcomeOfChoice, usualWords } from "@/lib/moderation/labels-staff";
import type { CaseOrigin, Measure, Penalty, Rule } from "@/lib/moderation/schema";

type Given = {
  measure?: Measure;
  penalty?: Penalty | "";
  days?: string;
  rule?: Rule;
  legalGround?: string;
  reason?: string;
};

/** What the author will read, as the form around it stands. It is made from the same words as the statement. */
export function StatementPreview({ origin }: { origin: CaseOrigin }) {
  const box = useRef<HTMLDetailsElement>(null);
  const [given, setGiven] = useState<Given>({});

  useEffect(() => {
    const form = box.current?.closest("form");
    if (!form) return;
    const read = () => setGiven(Object.fromEntries(new FormData(form)) as Given);
    form.addEventListener("input", read);
    form.addEventListener("change", read);
    box.current?.addEventListener("toggle", read);
    return () => {
      form.removeEventListener("input", read);
      form.removeEventListener("change", read);
    };
  }, []);

  return (
    <details ref={box} className="fold needs-script">
      <summary>What the author will read</summary>
      <div className="note stack">
        <Told given={given} origin={origin} />
      </div>
    </details>
  );
}

const timed = ["silence", "suspend", "pause_reports", "pause_appeals"];

function Told({ given, origin }: { given: Given; origin: CaseOrigin }) {
  const { measure, penalty = "", days = "", rule = "none", legalGround, reason } = given;
  if (!measure) return <p>Please choose first what happens with it.</p>;
  if (measure === "keep" && !penalty) return <p>Nothing. Whoever wrote it is not told.</p>;
  if (rule === "spam") return <p>Nothing. Spam is counted, and not answered.</p>;
  const choices = [...(measure === "keep" ? [] : [measure]), ...(penalty ? [penalty] : [])];
  return (
    <>
      {choices.map((choice) => (
        <p key={choice}>
          <strong>{outcomeOfChoice(choice)}</strong>
          {timed.includes(choice) && ` It ends by itself after ${dayLabels[days] ?? "the time that you choose"}.`}
        </p>
      ))}
      {rule !== "none" && <p>Which rule: {(rule === "law" && legalGround) || ruleLabels[rule]}</p>}
      <p className="as-typed">Why: {reason || usualWords({ measure, penalty, rule })}</p>
      <p className="quiet">
        {originLabels[origin]}. A person decided, not a program. They can object for six months, and somebody else will
        decide then.
      </p>
    </>
  );
}
