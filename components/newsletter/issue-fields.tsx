import { ChoicesField, TextField } from "@/components/ui/fields";
import { MarkdownArea } from "@/components/ui/markdown-area";
import type { IssueArticle } from "@/lib/newsletter/queries";

type Props = {
  offered: IssueArticle[];
  /** The articles that are ticked. */
  chosen: number[];
  subject: string;
  introduction?: string;
};

/** What an editor writes of an issue. */
export function IssueFields({ offered, chosen, subject, introduction }: Props) {
  return (
    <>
      <TextField
        name="subject"
        label="Subject"
        hint="What stands in the list of a mailbox. 5 to 100 characters."
        defaultValue={subject}
      />
      <MarkdownArea
        name="introduction"
        label="Introduction"
        hint="Up to 5,000 characters, or nothing. Markdown works. Links lead to this site only, like [the page about shiatsu](/techniques/shiatsu)."
        rows={8}
        defaultValue={introduction}
      />
      <ChoicesField
        name="articles"
        label="Articles"
        hint="Those since the last issue are ticked. Title and summary are read when the mail is sent, and what cannot be read by everyone then is left out."
        choices={offered.map(({ id, title, excerpt, path }) => ({
          value: String(id),
          label: title,
          hint: `${excerpt} (${path})`,
        }))}
        defaultValue={chosen.map(String)}
      />
    </>
  );
}
