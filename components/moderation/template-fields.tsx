import { SelectField, TextArea, TextField } from "@/components/ui/fields";
import { measureChoices, penaltyLabels, ruleLabels } from "@/lib/moderation/labels";
import type { Template } from "@/lib/moderation/queries-templates";
import { rules } from "@/lib/moderation/schema";
import { templateKinds, type TemplateKind } from "@/lib/moderation/schema-staff";

/** A text for moderators to begin from. */
export function TemplateFields({ given }: { given?: Template }) {
  return (
    <>
      <TextField name="name" label="Name" hint="A few words that stand on its button." defaultValue={given?.name} />
      <SelectField
        name="kind"
        label="What is it for?"
        defaultValue={given?.kind}
        choices={templateKinds.map((kind) => ({ value: kind, label: kindWords(kind) }))}
      />
      <SelectField
        name="rule"
        label="Which rule?"
        defaultValue={given?.rule ?? "none"}
        choices={rules.map((rule) => ({ value: rule, label: ruleLabels[rule] }))}
      />
      <TextArea
        name="body"
        label="The text"
        hint="The author reads it. Say what the problem is and what they can do now. 10 to 2,000 characters."
        defaultValue={given?.body}
        rows={5}
      />
    </>
  );
}

export function kindWords(kind: TemplateKind): string {
  return kind in measureChoices
    ? measureChoices[kind as keyof typeof measureChoices].label
    : penaltyLabels[kind as keyof typeof penaltyLabels];
}
