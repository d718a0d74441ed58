"use client";

import { useState, type MouseEvent } from "react";

export type Offered = {
  id: number;
  name: string;
  /** What it chooses: a measure, and for a text to the person a penalty beside it. */
  measure: string;
  penalty: string;
  rule: string;
  body: string;
};

/** The first nine have a key of their own. */
const withKey = 9;

/**
 * Texts to begin from. With JavaScript a press fills the form around it and sends nothing; without, the same page comes
 * back with the form filled in.
 */
export function TemplateLinks({ templates, path }: { templates: Offered[]; path: string }) {
  const [filled, setFilled] = useState("");
  if (templates.length === 0) return null;

  function fill(event: MouseEvent<HTMLAnchorElement>, template: Offered) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const form = event.currentTarget.closest("form");
    if (!form) return;
    event.preventDefault();
    fillIn(form, template, templates);
    setFilled(template.name);
  }

  return (
    <div className="field" role="group" aria-labelledby="templates">
      <strong id="templates">Begin from a text</strong>
      <div className="templates">
        {templates.map((template, index) => (
          <a
            key={template.id}
            className="button button-quiet"
            href={addressWith(path, template.id)}
            data-key={index < withKey ? index + 1 : undefined}
            onClick={(event) => fill(event, template)}
          >
            {index < withKey && <kbd>{index + 1}</kbd>}
            {template.name}
          </a>
        ))}
      </div>
      <p className="hint" role="status">
        {filled && `“${filled}” is filled in. You can still change everything.`}
      </p>
    </div>
  );
}

function addressWith(path: string, id: number): string {
  return `${path}${path.includes("?") ? "&" : "?"}template=${id}#decide`;
}

function fillIn(form: HTMLFormElement, { measure, penalty, rule, body }: Offered, all: Offered[]): void {
  const chosen = form.querySelector<HTMLInputElement>('[name="measure"]:checked');
  const wanted = form.querySelector<HTMLInputElement>(`[name="measure"][value="${measure}"]`);
  // A text to the person leaves what was chosen for the words.
  if (wanted && !(penalty && chosen)) wanted.checked = true;
  set(form, "penalty", penalty);
  set(form, "rule", rule);
  const reason = form.elements.namedItem("reason");
  const own = reason instanceof HTMLTextAreaElement ? reason.value.trim() : "";
  // What somebody typed stays above the text.
  set(form, "reason", own === "" || all.some((text) => text.body.trim() === own) ? body : `${own}\n\n${body}`);
  form.dispatchEvent(new Event("change", { bubbles: true }));
}

function set(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLSelectElement || field instanceof HTMLTextAreaElement) field.value = value;
}
