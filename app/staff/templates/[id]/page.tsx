import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TemplateFields } from "@/components/moderation/template-fields";
import { ActionForm } from "@/components/ui/form";
import { editTemplateAction } from "@/lib/moderation/actions";
import { requireStaff } from "@/lib/moderation/gate";
import { getTemplate } from "@/lib/moderation/queries-templates";
import { idOf } from "@/lib/platform/params";

export const metadata: Metadata = { title: "Change a text" };

type Props = { params: Promise<{ id: string }> };

export default async function EditTemplate({ params }: Props) {
  const { id } = await params;
  await requireStaff(`/staff/templates/${id}`);
  const template = await getTemplate(idOf(id) ?? 0);
  if (!template) notFound();
  return (
    <>
      <div className="page-head">
        <h1>Change a text</h1>
        <p className="lead">What was sent with it stays as it was.</p>
      </div>
      <ActionForm action={editTemplateAction} submit="Save it">
        <input type="hidden" name="template" value={template.id} />
        <TemplateFields given={template} />
      </ActionForm>
      <p>
        <a className="tall-link" href="/staff/templates">
          Back to all texts
        </a>
      </p>
    </>
  );
}
