import { reactionKinds, reactionLabels, type ReactionKind } from "@/lib/reactions/labels";

type Props = { position: number; counts: Partial<Record<ReactionKind, number>>; authorId: number };

/**
 * Three small buttons under one thing. They belong to the page's one reaction form (`ReactionForm`), so twenty
 * comments cost twenty rows of buttons and not sixty forms.
 */
export function ReactionBar({ position, counts, authorId }: Props) {
  return (
    <span className="reactions for-member needs-voice not-own" data-by={`m${authorId}`}>
      {reactionKinds.map((kind) => (
        <button key={kind} className="tool" form="reactions" name="reaction" value={`r${position}-${kind}`}>
          {reactionLabels[kind]}
          {counts[kind] ? <small>{counts[kind]}</small> : null}
        </button>
      ))}
    </span>
  );
}
