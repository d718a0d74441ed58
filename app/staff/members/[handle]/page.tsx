import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MemberRecord } from "@/components/moderation/member-record";
import { NoteList } from "@/components/moderation/note-list";
import { RoleForm } from "@/components/moderation/role-form";
import { RoleTag } from "@/components/members/byline";
import { TextArea } from "@/components/ui/fields";
import { ActionForm } from "@/components/ui/form";
import { When } from "@/components/ui/when";
import { noteMemberAction } from "@/lib/moderation/actions";
import { requireStaff } from "@/lib/moderation/gate";
import { getMemberRecord, noteRead, type MemberRecord as Recorded } from "@/lib/moderation/queries-member";

export const metadata: Metadata = { title: "A member’s record" };

type Props = { params: Promise<{ handle: string }> };

export default async function StaffMember({ params }: Props) {
  const { handle } = await params;
  const actor = await requireStaff(`/staff/members/${handle}`);
  const record = await getMemberRecord(actor, handle);
  if (!record) notFound();
  await noteRead(actor, "member", record.id);
  return (
    <>
      <Head record={record} />
      <div className="with-aside">
        <div className="stack member-record">
          <MemberRecord record={record} />
        </div>
        <aside className="stack" aria-label="Notes">
          <Notes record={record} />
        </aside>
      </div>
      {record.viewerCan.changeRole && (
        <section aria-labelledby="role">
          <h2 id="role">Role</h2>
          <RoleForm member={record} />
        </section>
      )}
    </>
  );
}

function Head({ record }: { record: Recorded }) {
  return (
    <div className="page-head">
      <h1>{record.handle}</h1>
      <p className="meta">
        <RoleTag role={record.role} credential={record.credential} />
        <span>
          Here since <When at={record.joinedAt} />
        </span>
        <span>
          {record.threads} threads, {record.comments} comments
        </span>
        {record.gone && <span className="tag">The account is deleted</span>}
      </p>
      <p className="row">
        <a className="button button-quiet" href={`/members/${record.handle}`}>
          Their public page
        </a>
        {record.viewerCan.openCase && (
          <a className="button button-quiet" href={`/staff/cases/new?member=${record.handle}`}>
            Open a case about this member
          </a>
        )}
      </p>
    </div>
  );
}

function Notes({ record: { id, notes, viewerCan } }: { record: Recorded }) {
  return (
    <section className="card stack" aria-labelledby="notes">
      <h2 id="notes">Notes of moderators</h2>
      {notes.length > 0 ? <NoteList notes={notes} /> : <p className="quiet">None yet.</p>}
      {viewerCan.note && (
        <ActionForm action={noteMemberAction} submit="Add the note">
          <input type="hidden" name="member" value={id} />
          <TextArea
            name="note"
            label="Another note"
            hint="Only moderators read it. Write it so that the person could read it too."
            rows={3}
          />
        </ActionForm>
      )}
    </section>
  );
}
