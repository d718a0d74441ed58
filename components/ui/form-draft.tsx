"use client";

import { useEffect, useRef, useState, type RefObject } from "react";
import { prefix, read, write } from "./draft";
import { useRefused } from "./form";
import { fillIn, keptFrom, readValues, touchedNames, type Kept, type Values } from "./form-values";
import { useViewer } from "./page-slots";

const pauseMs = 400;
const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });

type Props = {
  name: string;
  /** The name of a list in the form whose choice says what the draft is about. */
  about?: string;
};

type Story = { said: "nothing" } | { said: "brought_back"; on: string } | { said: "emptied"; before: Values };

/**
 * Keeps everything that is filled in in the form around it in this browser, and brings it back after a closed tab, an
 * expired session or a restart of the server. Each member has their own; it goes when the server took the form.
 */
export function FormDraft({ name, about }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const said = useRef<HTMLParagraphElement>(null);
  const empty = useRef<Values>({});
  const [story, setStory] = useState<Story>({ said: "nothing" });
  const member = useViewer()?.memberId;
  const key = member === undefined ? undefined : `${prefix}${name}:${member}`;
  const refused = useRefused();
  const cameRefused = useRef(refused);

  useEffect(() => {
    const form = box.current?.closest("form");
    if (!form || !key) return;
    dropOld(`${prefix}${name}:`);
    let place = "";
    // What came back from the server is newer than what was kept.
    if (!cameRefused.current) {
      empty.current = readPristine(form);
      const kept = keptFrom(read(key), Date.now());
      if (kept) {
        bringBack(form, kept);
        place = kept.place;
        setStory({ said: "brought_back", on: day.format(kept.at) + topicOf(form, about) });
      }
    }
    return keep(form, { key, place, empty });
  }, [name, key, about]);

  function startAnew() {
    const form = box.current?.closest("form");
    if (!form) return;
    setStory({ said: "emptied", before: readValues(form) });
    fillIn(form, empty.current);
    form.dispatchEvent(new Event("change"));
    said.current?.focus();
  }

  function undo(before: Values) {
    const form = box.current?.closest("form");
    if (!form) return;
    fillIn(form, before);
    form.dispatchEvent(new Event("change"));
    setStory({ said: "nothing" });
    said.current?.focus();
  }

  return (
    <div ref={box} className="form-draft needs-script">
      <p ref={said} tabIndex={-1} role="status">
        {story.said === "brought_back" && <strong>We brought back what you had filled in on {story.on}. </strong>}
        {story.said === "emptied"
          ? "Everything is empty again, and nothing of it is kept in this browser. Until you leave this page you can still undo it."
          : "Until you send it, this stays in this browser only. On a shared computer, press Start anew before you leave."}
      </p>
      {story.said === "emptied" ? (
        <button key="undo" type="button" className="button button-quiet" onClick={() => undo(story.before)}>
          Undo
        </button>
      ) : (
        <button key="anew" type="button" className="button button-quiet" onClick={startAnew}>
          Start anew
        </button>
      )}
    </div>
  );
}

/** The form as the page brought it, whatever somebody has typed in the meantime. */
function readPristine(form: HTMLFormElement): Values {
  const typed = readValues(form);
  form.reset();
  const pristine = readValues(form);
  fillIn(form, typed);
  return pristine;
}

/** Also tells the steps of the form, if it has some, where somebody stopped. */
function bringBack(form: HTMLFormElement, { values, place }: Kept): void {
  fillIn(form, values, touchedNames(form));
  queueMicrotask(() => form.dispatchEvent(new CustomEvent("broughtback", { detail: place })));
}

function topicOf(form: HTMLFormElement, about: string | undefined): string {
  const list = form.querySelector<HTMLSelectElement>(`select[name="${about}"]`);
  const chosen = list?.value ? list.selectedOptions[0]?.textContent : "";
  return chosen ? `, about ${chosen}` : "";
}

type Keeping = { key: string; place: string; empty: RefObject<Values> };

/** Stores the form some moments after every change, and at once when the page is left. */
function keep(form: HTMLFormElement, { key, place, empty }: Keeping): () => void {
  form.dataset.draft = key;
  let timer: number | undefined;
  const filledIn = () => ({ place: window.location.hash.slice(1) || place, values: readValues(form) });
  let last = JSON.stringify(filledIn());
  // Once the form was taken, the mark is gone, and a save that is still to come must not bring the draft back.
  const flush = () => {
    clearTimeout(timer);
    const now = filledIn();
    // A second tab that only lies open must not put its old answers over the newer ones of the first.
    if (!form.dataset.draft || JSON.stringify(now) === last) return;
    last = JSON.stringify(now);
    const nothing = JSON.stringify(now.values) === JSON.stringify(empty.current);
    write(key, nothing ? "" : JSON.stringify({ at: Date.now(), ...now } satisfies Kept));
  };
  const soon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(flush, pauseMs);
  };
  form.addEventListener("input", soon);
  form.addEventListener("change", flush);
  window.addEventListener("hashchange", flush);
  window.addEventListener("pagehide", flush);
  return () => {
    clearTimeout(timer);
    form.removeEventListener("input", soon);
    form.removeEventListener("change", flush);
    window.removeEventListener("hashchange", flush);
    window.removeEventListener("pagehide", flush);
  };
}

/** Nobody may come back for a draft that was left on a shared computer: whoever opens the form next clears it away. */
function dropOld(start: string): void {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(start) && !keptFrom(localStorage.getItem(key), Date.now())) localStorage.removeItem(key);
    }
  } catch {
    // A browser without storage has no drafts either.
  }
}
