import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ChoiceField } from "@/components/ui/fields";
import { ActionForm } from "@/components/ui/form";
import { openCaseByStaffAction } from "@/lib/moderation/actions";
import { requireStaff } from "@/lib/moderation/gate";
import { reasonHints, reasonLabels } from "@/lib/moderation/labels";
import { getOpenable } from "@/lib/moderation/queries-openable";
import { idOf, one } from "@/lib/platform/params";

export const metadata: Metadata = { title: "Open a case" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** `?thread=5`, `?thread=5&comment=3` or `?member=ana`. Where a case is open already, that one is shown. */
export default async function NewCase({ searchParams }: Props) {
  const query = await searchParams;
  const wanted = {
    thread: idOf(one(query.thread) ?? "") ?? 0,
    comment: idOf(one(query.comment) ?? "") ?? 0,
    member: one(query.member) ?? "",
  };
  const actor = await requireStaff(addressOf(wanted));
  const found = await getOpenable(actor, wanted);
  if (!found) notFound();
  if (found.openCase) redirect(`/staff/cases/${found.openCase}`);
  return (
    <>
      <div className="page-head">
        <h1>Open a case</h1>
        <p className="lead">
          About <a href={found.href}>{found.title}</a>
          {found.thread > 0 && `, by ${found.handle}`}.
        </p>
      </div>
      {found.viewerCan ? (
        <ActionForm action={openCaseByStaffAction} submit="Open the case">
          <input type="hidden" name="thread" value={found.thread} />
          <input type="hidden" name="comment" value={found.comment} />
          <input type="hidden" name="member" value={found.member} />
          <ChoiceField
            name="reason"
            label="What did you see?"
            hint="You can decide the case yourself, or leave it to another moderator."
            choices={found.reasons.map((value) => ({ value, label: reasonLabels[value], hint: reasonHints[value] }))}
          />
        </ActionForm>
      ) : (
        <p className="note">These are your own words. Another moderator can open a case about them.</p>
      )}
    </>
  );
}

function addressOf({ thread, comment, member }: { thread: number; comment: number; member: string }): string {
  if (thread === 0) return `/staff/cases/new?member=${encodeURIComponent(member)}`;
  return `/staff/cases/new?thread=${thread}${comment ? `&comment=${comment}` : ""}`;
}
