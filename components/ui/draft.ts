/** Called when a form was taken by the server: what was kept of it goes, and nothing of it is kept again. */
export function forgetDraft(form: HTMLFormElement): void {
  form.dispatchEvent(new CustomEvent("taken"));
}

const patienceMs = 1500;

/**
 * Lets a save that is under way arrive before its form is sent. One that arrived later would bring back as a draft what
 * has just been posted.
 */
export async function settleDraft(form: HTMLFormElement): Promise<void> {
  const underWay: Promise<unknown>[] = [];
  form.dispatchEvent(new CustomEvent("sending", { detail: underWay }));
  if (underWay.length === 0) return;
  await Promise.race([Promise.all(underWay), new Promise((resolve) => setTimeout(resolve, patienceMs))]);
}

export function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function write(key: string, text: string): void {
  try {
    if (text.trim() === "") localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // A browser without storage still sends the form.
  }
}

/** The names of everything that is kept in this browser. */
export function keptKeys(): string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}
