import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/ui/form";
import { ChoiceField, TextArea } from "@/components/ui/fields";
import { reportContentAction } from "@/lib/moderation/actions";
import { reasonHints, reasonLabels } from "@/lib/moderation/labels";
import { getReportable, getReportableMember } from "@/lib/moderation/queries-report";
import { isShutOut } from "@/lib/platform/actor";
import { currentMember } from "@/lib/platform/current-viewer";
import { one } from "@/lib/platform/params";

export const metadata: Metadata = { title: "Report" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Report({ searchParams }: Props) {
  const given = await searchParams;
  const thread = numberOf(given.thread);
  const comment = numberOf(given.comment);
  const handle = handleOf(given.member);
  const viewer = await currentMember(
    handle ? `/me/report?member=${handle}` : `/me/report?thread=${thread}&comment=${comment}`,
  );
  // Whoever is suspended reads what visitors read, and this page shows what is for members, too.
  if (isShutOut(viewer)) notFound();
  const reportable = await (handle ? getReportableMember(handle) : getReportable(thread, comment));
  if (!reportable) notFound();
  const { memberId = 0 } = reportable;
  return (
    <>
      <div className="page-head">
        <h1>Tell a moderator</h1>
        <p className="lead">{memberId ? "They do" : "The person who wrote it does"} not learn who reported it.</p>
      </div>
      <figure className="note note-plum">
        <figcaption>
          <p className="quiet">
            {!memberId && `${reportable.handle}, ${comment > 0 ? `comment ${comment} under` : "in"} `}
            <a href={reportable.href}>{reportable.title}</a>
          </p>
        </figcaption>
        {reportable.extract && <blockquote>{reportable.extract}</blockquote>}
      </figure>
      <ActionForm action={reportContentAction} submit="Send the report">
        <input type="hidden" name="thread" value={memberId ? 0 : thread} />
        <input type="hidden" name="comment" value={memberId ? 0 : comment} />
        <input type="hidden" name="member" value={memberId} />
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
  const text = one(value) ?? "";
  return /^\d{1,12}$/.test(text) ? Number(text) : 0;
}

function handleOf(value: string | string[] | undefined): string {
  const text = one(value) ?? "";
  return /^[a-z0-9_]{3,24}$/.test(text) ? text : "";
}
