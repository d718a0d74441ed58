import { SelectField } from "@/components/ui/fields";
import type { TechniqueCard } from "@/lib/techniques/queries";

export function TechniqueField({ techniques, chosen }: { techniques: TechniqueCard[]; chosen: string | undefined }) {
  const choices = techniques.map(({ slug, name }) => ({ value: slug, label: name }));
  return (
    <SelectField
      name="technique"
      label="Which technique is it about?"
      choices={[{ value: "", label: "Please choose" }, ...choices]}
      defaultValue={chosen ?? ""}
    />
  );
}
