import { goesAgainstRule } from "@/lib/moderation/schema-rules";

/** What a key fills in: a measure and its rule. */
export type Start = { key: string; measure: string; label: string; rule: string };

/** Nothing may be taken from somebody who types. */
export function isTyping(target: EventTarget | null): target is HTMLElement {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !/^(checkbox|radio|button|submit)$/.test(target.type);
  return target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName);
}

const rowsOf = () => [...document.querySelectorAll<HTMLElement>("[data-row]")];
const linkOf = (row: HTMLElement | undefined | null) => row?.querySelector<HTMLAnchorElement>("h2 a") ?? null;
const currentRow = () => document.activeElement?.closest<HTMLElement>("[data-row]") ?? null;

/** Takes the focus to the row above or below; to the one of the address, or the first one, where it is in none. */
export function moveRow(step: 1 | -1): boolean {
  const rows = rowsOf();
  const current = currentRow();
  const place = current
    ? rows.indexOf(current) + step
    : Math.max(
        0,
        rows.findIndex((row) => row.matches(":target")),
      );
  const row = rows[Math.min(rows.length - 1, Math.max(0, place))];
  linkOf(row)?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: "nearest" });
  return row !== undefined;
}

export function isInRow(): boolean {
  return currentRow() !== null;
}

export function openRow(): boolean {
  const link = linkOf(currentRow());
  link?.click();
  return link !== null;
}

/** Presses what carries this key, in the row where the focus is or else on the page; some are only gone to. */
export function pressKey(key: string): boolean {
  const within = (place: ParentNode | null, name: string) =>
    [...(place?.querySelectorAll<HTMLElement>(`[${name}="${key}"]`) ?? [])].find(
      (each) => place !== document || !each.closest("[data-row]"),
    );
  const pressed = within(currentRow(), "data-key") ?? within(document, "data-key");
  pressed?.click();
  const goneTo = pressed ? undefined : within(document, "data-key-focus");
  goneTo?.focus();
  return Boolean(pressed ?? goneTo);
}

const decisionForm = () => document.querySelector<HTMLInputElement>("input[type=radio][name=measure]")?.form ?? null;

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function fieldOf(form: HTMLFormElement, name: string): Field | null {
  return form.querySelector<Field>(`textarea[name="${name}"], select[name="${name}"], input[name="${name}"]`);
}

function put(field: Field | null, value: string): void {
  if (!field || field.value === value) return;
  field.value = value;
  for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
}

/** What a key has written; whatever else stands there was written by hand, and stays. */
const byKeys = new WeakMap<Field, string>();

function begin(field: Field | null, value: string): void {
  const untouched = field && (field.value === (byKeys.get(field) ?? untyped(field)) || field.value === "");
  if (!untouched) return;
  put(field, value);
  byKeys.set(field, value);
}

function untyped(field: Field): string {
  if (!(field instanceof HTMLSelectElement)) return field.defaultValue;
  return [...field.options].find((option) => option.defaultSelected)?.value ?? field.options[0]?.value ?? "";
}

/** Fills in the decision, and takes the focus to what is still missing, or to the button. */
export function fillDecision({ measure, rule }: Start): boolean {
  const form = decisionForm();
  const choice = form?.querySelector<HTMLInputElement>(`input[name=measure][value="${measure}"]`);
  if (!form || !choice) return false;
  choice.checked = true;
  choice.dispatchEvent(new Event("change", { bubbles: true }));
  begin(fieldOf(form, "rule"), rule);
  const then = form.querySelector<HTMLInputElement>("input[type=checkbox][name=then]");
  if (then) then.checked = true;
  (missingIn(form) ?? buttonOf(form))?.focus();
  return true;
}

/** Presses the text of this number, which fills in the decision, and goes on as after any other key. */
export function beginFromText(number: string): boolean {
  const form = decisionForm();
  if (!form || !pressKey(number)) return false;
  (missingIn(form) ?? buttonOf(form))?.focus();
  return true;
}

export function focusReason(): boolean {
  const form = decisionForm();
  const field = form && fieldOf(form, "reason");
  field?.focus();
  return Boolean(field);
}

/** Sends the decision when it is complete; goes to what is missing when it is not. */
export function sendDecision(): boolean {
  const form = decisionForm();
  if (!form?.querySelector("input[name=measure]:checked")) return false;
  const missing = missingIn(form);
  if (missing) missing.focus();
  else form.requestSubmit(buttonOf(form));
  return true;
}

function buttonOf(form: HTMLFormElement): HTMLButtonElement | null {
  const buttons = [...form.elements].filter((each) => each instanceof HTMLButtonElement);
  return buttons.findLast(({ type }) => type === "submit") ?? null;
}

function missingIn(form: HTMLFormElement): Field | null {
  const measure = form.querySelector<HTMLInputElement>("input[name=measure]:checked")?.value;
  const rule = fieldOf(form, "rule")?.value;
  const penalty = fieldOf(form, "penalty")?.value;
  const needs: [string, boolean][] = [
    ["passage", measure === "redact"],
    ["technique", measure === "move"],
    ["legalGround", rule === "law"],
    // Beside a rule our usual words will do.
    ["reason", rule === "none" && goesAgainstRule({ measure: measure ?? "", penalty })],
  ];
  const missing = needs.find(([name, needed]) => needed && !fieldOf(form, name)?.value.trim());
  return missing ? fieldOf(form, missing[0]) : null;
}
