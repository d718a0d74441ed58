import { useEffect, type RefObject } from "react";

export const prefix = "draft:";
const pauseMs = 400;

/**
 * Keeps what is typed in the text area inside `box` in this browser, and brings it back after a crash, a closed tab or
 * an expired session. It goes when the form's text was taken (see `forgetDrafts`).
 */
export function useDraft(box: RefObject<HTMLElement | null>, name: string | undefined): void {
  useEffect(() => {
    const area = box.current?.querySelector("textarea");
    if (!area || !name) return;
    const kept = read(prefix + name);
    if (kept && area.value === area.defaultValue) {
      area.value = kept;
    }
    area.dataset.draft = prefix + name;
    let timer: number | undefined;
    // Once the text was taken, the mark is gone, and a save that is still to come must not bring the draft back.
    const flush = () => {
      if (area.dataset.draft) write(area.dataset.draft, area.value);
    };
    const save = () => {
      clearTimeout(timer);
      timer = window.setTimeout(flush, pauseMs);
    };
    area.addEventListener("input", save);
    area.addEventListener("change", flush);
    return () => {
      clearTimeout(timer);
      area.removeEventListener("input", save);
      area.removeEventListener("change", flush);
    };
  }, [box, name]);
}

/** Called when a form was taken by the server: what was kept of a text area in it goes, or of all of it (`FormDraft`). */
export function forgetDrafts(form: HTMLFormElement): void {
  for (const kept of [form, ...form.querySelectorAll<HTMLElement>("[data-draft]")]) {
    if (kept.dataset.draft) write(kept.dataset.draft, "");
    delete kept.dataset.draft;
  }
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
