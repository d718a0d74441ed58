import type { Metadata } from "next";
import { kindWords, TemplateFields } from "@/components/moderation/template-fields";
import { ActionForm } from "@/components/ui/form";
import { addTemplateAction, retireTemplateAction } from "@/lib/moderation/actions";
import { requireStaff } from "@/lib/moderation/gate";
import { ruleLabels } from "@/lib/moderation/labels";
import { listTemplates, type Template } from "@/lib/moderation/queries-templates";

export const metadata: Metadata = { title: "Texts to begin from" };

export default async function Templates() {
  await requireStaff("/staff/templates");
  const templates = await listTemplates();
  return (
    <>
      <div className="page-head">
        <h1>Texts to begin from</h1>
        <p className="lead">
          They stand on every case, in this order, and fill in the decision. Everything can be changed before it is
          sent.
        </p>
      </div>
      <div className="stack">
        {templates.length === 0 && <p className="note">There is none yet.</p>}
        <ul className="threads">
          {templates.map((template) => (
            <Row key={template.id} template={template} />
          ))}
        </ul>
        <section className="card" aria-labelledby="another">
          <h2 id="another">Another text</h2>
          <ActionForm action={addTemplateAction} submit="Add it">
            <TemplateFields />
          </ActionForm>
        </section>
      </div>
    </>
  );
}

function Row({ template }: { template: Template }) {
  const named = <span className="visually-hidden"> {template.name}</span>;
  return (
    <li className="card">
      <h2>{template.name}</h2>
      <p className="meta">
        <span className="tag">{kindWords(template.kind)}</span>
        <span>{ruleLabels[template.rule]}</span>
      </p>
      <p className="as-typed">{template.body}</p>
      <ActionForm action={retireTemplateAction} className="row">
        <input type="hidden" name="template" value={template.id} />
        <a className="button button-quiet" href={`/staff/templates/${template.id}`}>
          <span>Change it{named}</span>
        </a>
        <button className="button button-plain">
          <span>Retire it{named}</span>
        </button>
      </ActionForm>
    </li>
  );
}
