import { ActionForm } from "@/components/ui/form";
import { muteAction } from "@/lib/blocks/actions";
import { followAction } from "@/lib/follows/actions";
import { levelLabels } from "@/lib/follows/labels";
import type { Followed } from "@/lib/follows/queries";
import { followLevels, type Level } from "@/lib/follows/schema";

/** The four levels of one thing, side by side; the one that holds is pressed. */
export function LevelForm({ subject }: { subject: Followed }) {
  return (
    <div className="row">
      <ActionForm action={followAction} className="row">
        <SubjectFields subject={subject} />
        {followLevels.map((each) => (
          <LevelButton key={each} level={each} subject={subject} />
        ))}
      </ActionForm>
      <ActionForm action={muteAction} className="row">
        <SubjectFields subject={subject} />
        <LevelButton level="mute" subject={subject} />
      </ActionForm>
    </div>
  );
}

function SubjectFields({ subject: { kind, id } }: { subject: Followed }) {
  return (
    <>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="id" value={id} />
    </>
  );
}

function LevelButton({ level, subject }: { level: Level; subject: Followed }) {
  const pressed = level === subject.level;
  return (
    <button name="level" value={level} className={pressed ? "button" : "button button-quiet"} aria-pressed={pressed}>
      {levelLabels[level]}
      <span className="visually-hidden"> {subject.name}</span>
    </button>
  );
}
