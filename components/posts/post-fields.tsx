import { ChoiceField, TextField } from "@/components/ui/fields";
import { MarkdownArea } from "@/components/ui/markdown-area";
import { audienceChoices, kindLabels } from "@/lib/threads/labels";

type Given = { kind: string; title: string; body: string; audience: string };

const kinds = [
  { value: "question", label: kindLabels.question, hint: "You would like to know something." },
  { value: "experience", label: kindLabels.experience, hint: "Something that happened to you." },
  { value: "advice", label: kindLabels.advice, hint: "Something that you learned." },
];

/** What every post has. `given` is what stands there already, when it is edited. */
export function PostFields({ given }: { given?: Given }) {
  return (
    <>
      <ChoiceField name="kind" label="What is it?" choices={kinds} defaultValue={given?.kind} />
      <TextField
        name="title"
        label="Title"
        hint="One line that says what it is about. 8 to 150 characters."
        defaultValue={given?.title}
      />
      <MarkdownArea
        name="body"
        label="Your text"
        hint="Speak from your own experience. Markdown works: *soft*, **strong**, - list, > quote."
        rows={10}
        defaultValue={given?.body}
      />
      <ChoiceField
        name="audience"
        label="Who may read it?"
        choices={audienceChoices}
        defaultValue={given?.audience ?? "public"}
      />
    </>
  );
}
