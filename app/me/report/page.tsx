import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/ui/form";
import { ChoiceField, TextArea } from "@/components/ui/fields";
import { reportContentAction } from "@/lib/moderation/actions";
import { reasonHints, reasonLabels } from "@/lib/moderation/labels";
import { getReportable } from "@/lib/moderation/queries-report";
import { currentMember } from "@/lib/platform/current-viewer";

export const metadata: Metadata = { title: "Report" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Report({ searchParams }: Props) {
  const given = await searchParams;
  const thread = numberOf(given.thread);
  const comment = numberOf(given.comment);
  await currentMember(`/me/report?thread=${thread}&comment=${comment}`);
  const reportable = await getReportable(thread, comment);
  if (!reportable) notFound();
  return (
    <>
      <div className="page-head">
        <h1>Tell a moderator</h1>
        <p className="lead">The person who wrote it does not learn who reported it.</p>
      </div>
      <figure className="note note-plum">
        <figcaption className="quiet">
          {reportable.handle}, {comment > 0 ? `comment ${comment} under` : "in"}{" "}
          <a href={reportable.href}>{reportable.title}</a>
        </figcaption>
        <blockquote>{reportable.extract}</blockquote>
      </figure>
      <ActionForm action={reportContentAction} submit="Send the report">
        <input type="hidden" name="thread" value={thread} />
        <input type="hidden" name="comment" value={comment} />
        <ChoiceField
          name="reason"
          label="What is it about?"
          choices={reportable.reasons.map((value) => ({ value, label: reasonLabels[value], hint: reasonHints[value] }))}
        />
        <TextArea name="note" label="Anything that helps to understand it" hint="You can leave this empty." rows={3} />
      </ActionForm>
    </>
  );
}

function numberOf(value: string | string[] | undefined): number {
  const text = [value].flat()[0] ?? "";
  return /^\d{1,12}$/.test(text) ? Number(text) : 0;
}
