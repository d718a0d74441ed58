import { useEffect, type RefObject } from "react";

const prefix = "draft:";
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

/** Called when a form's text was taken by the server. */
export function forgetDrafts(form: HTMLFormElement): void {
  for (const area of form.querySelectorAll<HTMLTextAreaElement>("textarea[data-draft]")) {
    write(area.dataset.draft ?? "", "");
    delete area.dataset.draft;
  }
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, text: string): void {
  try {
    if (text.trim() === "") localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // A browser without storage still sends the form.
  }
}
