"use client";

import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { AskedAbove } from "./fields";
import { useRefused } from "./form";

export type Step = {
  id: string;
  /** The question; a field with this label needs no other. Or what the questions of the step have in common. */
  title: string;
  needed?: boolean;
  /** One of the last steps, to which somebody may go as soon as everything needed is told. */
  last?: boolean;
  body: ReactNode;
};

type Props = {
  steps: Step[];
  /** All one under the other on every screen, as where something is changed. */
  together?: boolean;
};

/**
 * The questions of a long form. On a phone one at a time: each has its address within the page (`#step-...`), so that
 * the ways between them are links that work before any script, and the browser's own Back goes to the question before.
 */
export function Steps({ steps, together = false }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [all, setAll] = useState(together);
  const [place, setPlace] = useState("");
  const opened = steps.find(({ id }) => addressOf(id) === place) ?? steps[0];
  const cameRefused = useRef(useRefused());

  useEffect(() => {
    const form = box.current?.closest("form");
    if (!form) return;
    if (cameRefused.current) showComplaint(form);
    const toComplaint = (event: Event) => showComplaint(form) && event.preventDefault();
    const follow = followAddress(form);
    const reopen = (event: Event) => setPlace((event as CustomEvent<string>).detail);
    form.addEventListener("refused", toComplaint);
    form.addEventListener("broughtback", reopen);
    window.addEventListener("hashchange", follow);
    return () => {
      form.removeEventListener("refused", toComplaint);
      form.removeEventListener("broughtback", reopen);
      window.removeEventListener("hashchange", follow);
    };
  }, []);

  return (
    <>
      {!together && (
        <button type="button" className="button button-plain steps-switch" onClick={() => setAll(!all)}>
          {all ? "Show one question at a time" : "Show all questions at once"}
        </button>
      )}
      <div ref={box} className={all ? "steps" : "steps steps-apart"} onKeyDown={neverSendByEnter}>
        {steps.map((step, index) => (
          <OneStep key={step.id} steps={steps} index={index} counted={!together} open={step === opened} />
        ))}
      </div>
    </>
  );
}

type OneProps = { steps: Step[]; index: number; counted: boolean; open: boolean };

function OneStep({ steps, index, counted, open }: OneProps) {
  const { id, title, needed, body } = steps[index] as Step;
  const question = `question-${id}`;
  return (
    <div className="step" data-open={open ? "" : undefined}>
      <h2 id={addressOf(id)} tabIndex={-1}>
        {counted && (
          <span className="step-count">
            Question {index + 1} of {steps.length}
          </span>
        )}
        <span id={question}>
          {title}
          {needed && <span className="needed"> needed</span>}
        </span>
      </h2>
      <AskedAbove value={{ id: question, question: title }}>{body}</AskedAbove>
      {counted && <Ways steps={steps} index={index} />}
    </div>
  );
}

/** Where one can go from a question. */
function Ways({ steps, index }: { steps: Step[]; index: number }) {
  const back = steps[index - 1];
  const next = steps[index + 1];
  const end = steps.findIndex((step) => step.last);
  const lastNeeded = steps.findLastIndex((step) => step.needed);
  const enough = index >= lastNeeded && index < end - 1;
  return (
    <div className={index === lastNeeded ? "ways ways-enough" : "ways"}>
      {back && (
        <a className="button button-quiet way" href={`#${addressOf(back.id)}`}>
          Back
        </a>
      )}
      {next && (
        <a className="button way" data-next="" href={`#${addressOf(next.id)}`}>
          Next
        </a>
      )}
      {enough && (
        <a className="button button-plain" href={`#${addressOf(steps[end]?.id ?? "")}`}>
          That is enough: go to the end
        </a>
      )}
    </div>
  );
}

const addressOf = (id: string) => `step-${id}`;

/** Takes the focus to the question that the address names. */
function followAddress(form: HTMLFormElement): () => void {
  let last = "";
  return () => {
    const address = window.location.hash.slice(1);
    const heading = address ? form.querySelector<HTMLElement>(`h2[id="${CSS.escape(address)}"]`) : null;
    if (heading) {
      last = address;
      if (!heading.parentElement?.contains(document.activeElement)) heading.focus();
      return;
    }
    // The link that skips to the text has an address of its own; the question where somebody was stays open.
    if (address && last) window.location.replace(`#${last}`);
  };
}

/** Goes to the first question with a complaint. Returns whether there is one. */
function showComplaint(form: HTMLFormElement): boolean {
  const field = form.querySelector<HTMLElement>(".step [aria-invalid='true']");
  const heading = field?.closest(".step")?.querySelector("h2");
  if (!field || !heading) return false;
  if (isHidden(heading)) window.location.hash = heading.id;
  field.focus({ preventScroll: true });
  heading.scrollIntoView();
  return true;
}

function isHidden(element: HTMLElement): boolean {
  return element.getClientRects().length === 0;
}

/** In so long a form, Enter in a line would send it half filled. It goes to the next question, where that is a step. */
function neverSendByEnter(event: KeyboardEvent<HTMLElement>): void {
  const from = event.target;
  if (event.key !== "Enter" || !(from instanceof HTMLInputElement)) return;
  event.preventDefault();
  const next = from.closest(".step")?.querySelector<HTMLElement>("a[data-next]");
  if (next && !isHidden(next)) next.click();
}
