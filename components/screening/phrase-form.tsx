import { ActionForm } from "@/components/ui/form";
import { ChoiceField, TextArea, TextField } from "@/components/ui/fields";
import { watchPhraseAction } from "@/lib/screening/actions";
import { watchActLabels } from "@/lib/screening/labels";
import { watchActs } from "@/lib/screening/schema";

/** Watches for a phrase from now on; it comes here from the dry run. */
export function PhraseForm({ phrase }: { phrase: string }) {
  const choices = watchActs.map((value) => ({ value, ...watchActLabels[value] }));
  return (
    <ActionForm action={watchPhraseAction} submit="Watch for it">
      <TextField name="phrase" label="Phrase" defaultValue={phrase} autoComplete="off" />
      <ChoiceField name="act" label="What happens with a text that holds it?" choices={choices} />
      <TextArea
        name="note"
        label="The note for its author"
        hint="Needed for a note, and useful where it is refused: say what they can write instead."
        rows={3}
      />
    </ActionForm>
  );
}
