import { ChoiceField, SelectField, TextArea, TextField } from "@/components/ui/fields";
import { Fold } from "@/components/ui/fold";
import { MarkdownArea } from "@/components/ui/markdown-area";
import type { EditableArticle } from "@/lib/articles/queries";
import { certaintyLabels } from "@/lib/techniques/labels";
import type { StudyCard, TechniqueCard } from "@/lib/techniques/queries";
import { audienceChoices } from "@/lib/threads/labels";

type Props = {
  techniques: TechniqueCard[];
  studies: StudyCard[];
  /** What stands there already, when it is edited. */
  given?: EditableArticle;
};

/** What every article has. */
export function ArticleFields({ techniques, studies, given }: Props) {
  const choices = techniques.map(({ slug, name }) => ({ value: slug, label: name }));
  return (
    <>
      <TextField
        name="title"
        label="Title"
        hint="What it is about, without saying what works. 8 to 150 characters."
        defaultValue={given?.title}
      />
      <SelectField
        name="technique"
        label="Technique"
        choices={[{ value: "", label: "No single technique" }, ...choices]}
        defaultValue={given?.technique ?? ""}
      />
      <ChoiceField
        name="audience"
        label="Who may read it?"
        choices={audienceChoices}
        defaultValue={given?.audience ?? "public"}
      />
      <TextArea
        name="excerpt"
        label="Summary"
        hint="One sentence for lists and search engines. 20 to 240 characters."
        rows={3}
        defaultValue={given?.excerpt}
      />
      <MarkdownArea
        name="body"
        label="Text"
        hint="Cite a study card behind what it found, like this: [lawler-2006]. Markdown works: ## heading, **strong**, - list. Up to 60,000 characters; the preview shows texts of up to 20,000, without the numbers of the sources."
        rows={24}
        defaultValue={given?.body}
      />
      <TextArea
        name="sources"
        label="Sources"
        hint="The short names of the study cards, in the order of their numbers, one on each line."
        rows={5}
        defaultValue={given?.sources.join("\n")}
      />
      <Fold summary="The study cards that there are">
        <ul>
          {studies.map(({ id, citation, certainty }) => (
            <li key={id}>
              <code>{id}</code> {citation} <span className="quiet">{certaintyLabels[certainty]}</span>
            </li>
          ))}
        </ul>
      </Fold>
      <TextField
        name="reviewer"
        label="Checked by"
        hint="Who read and checked it, and their profession."
        defaultValue={given?.reviewer}
      />
      <TextField
        name="reviewedOn"
        label="Checked on"
        hint="Year, month and day, like 2026-11-24. If you change what it says, have it checked again."
        defaultValue={given?.reviewedOn}
      />
    </>
  );
}
