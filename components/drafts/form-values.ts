export type Values = Record<string, string[]>;

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What a person can fill in: never the form's key, ids, or buttons. */
function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (each): each is Control =>
      /^(INPUT|SELECT|TEXTAREA)$/.test(each.tagName) &&
      (each as Control).name !== "" &&
      !/^(hidden|submit|button|password|file)$/.test((each as Control).type),
  );
}

function isBox(control: Control): control is HTMLInputElement {
  return control.type === "radio" || control.type === "checkbox";
}

/** Somebody, or the browser on the way back, has filled it in since the page came. */
function isTouched(control: Control): boolean {
  if (control instanceof HTMLSelectElement) {
    const chosenByPage = [...control.options].find((option) => option.defaultSelected) ?? control.options[0];
    return control.selectedOptions[0] !== chosenByPage;
  }
  return isBox(control) ? control.checked !== control.defaultChecked : control.value !== control.defaultValue;
}

/** What is filled in, by the fields' names. */
export function readValues(form: HTMLFormElement): Values {
  const values: Values = {};
  for (const control of controlsOf(form)) {
    if (isBox(control) ? control.checked : control.value !== "") (values[control.name] ??= []).push(control.value);
  }
  return values;
}

/** Fills in the whole form; what has no value is emptied. `spare` leaves the fields of these names as they are. */
export function fillIn(form: HTMLFormElement, values: Values, spare: Set<string> = new Set()): void {
  for (const control of controlsOf(form)) {
    if (spare.has(control.name)) continue;
    const given = values[control.name] ?? [];
    if (isBox(control)) control.checked = given.includes(control.value);
    else control.value = given[0] ?? "";
  }
}

/** The names of the fields that were filled in before a draft could be brought back. They are newer than it. */
export function touchedNames(form: HTMLFormElement): Set<string> {
  return new Set(
    controlsOf(form)
      .filter(isTouched)
      .map((control) => control.name),
  );
}
