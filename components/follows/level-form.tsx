import { ActionForm } from "@/components/ui/form";
import { followAction } from "@/lib/follows/actions";
import { levelLabels } from "@/lib/follows/labels";
import type { Followed } from "@/lib/follows/queries";
import { followLevels } from "@/lib/follows/schema";

/** The three levels of one thing, side by side; the one that holds is pressed. */
export function LevelForm({ subject: { kind, id, name, level } }: { subject: Followed }) {
  return (
    <ActionForm action={followAction} className="row">
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="id" value={id} />
      {followLevels.map((each) => (
        <button
          key={each}
          name="level"
          value={each}
          className={each === level ? "button" : "button button-quiet"}
          aria-pressed={each === level}
        >
          {levelLabels[each]}
          <span className="visually-hidden"> {name}</span>
        </button>
      ))}
    </ActionForm>
  );
}
