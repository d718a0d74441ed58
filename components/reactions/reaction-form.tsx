"use client";

import { useActionState, useEffect, useRef, useState, type FormEvent } from "react";
import { useFormKey, useViewer } from "@/components/ui/page-slots";
import { idle, type FormState } from "@/lib/platform/form-state";
import { reactAction } from "@/lib/reactions/actions";

/** The page's one reaction form. With JavaScript a press changes its button in place, without it the page comes back. */
export function ReactionForm({ threadId }: { threadId: number }) {
  const [posted, postAction] = useActionState(reactAction, idle);
  const [answered, setAnswered] = useState<FormState>(idle);
  const inFlight = useRef(false);
  const own = useViewer()?.reactions;
  const state = answered.status === "idle" ? posted : answered;

  useEffect(() => own?.forEach(({ position, kind }) => press(`r${position}-${kind}`)), [own]);

  async function send(event: FormEvent<HTMLFormElement>) {
    const button = (event.nativeEvent as SubmitEvent).submitter;
    if (!(button instanceof HTMLButtonElement)) return;
    event.preventDefault();
    if (inFlight.current) return;
    inFlight.current = true;
    const data = new FormData(event.currentTarget, button);
    // Here one page presses many times; each press is one of its own.
    data.set("key", crypto.randomUUID());
    const answer = await reactAction(idle, data).catch(() => lost);
    inFlight.current = false;
    setAnswered(answer);
    if (answer.status === "done") toggle(button);
  }

  return (
    <form id="reactions" action={postAction} onSubmit={send}>
      <input type="hidden" name="threadId" value={threadId} />
      <input type="hidden" name="key" value={useFormKey()} readOnly />
      {state.status === "refused" && (
        <p className="form-message" role="alert">
          {state.message ?? Object.values(state.fields)[0]}
        </p>
      )}
    </form>
  );
}

const lost: FormState = {
  status: "refused",
  message: "We could not reach the server. Please try again in a moment.",
  fields: {},
  values: {},
};

/** The buttons that stand beside the one with this value. */
function buttonsOf(value: string): HTMLButtonElement[] {
  const stem = value.slice(0, value.indexOf("-") + 1);
  return [...document.querySelectorAll<HTMLButtonElement>(`button[form="reactions"][value^="${stem}"]`)];
}

/** Takes over from the page's style slot, which showed the press before JavaScript came. */
function press(value: string): void {
  for (const button of buttonsOf(value)) if (button.value === value) button.ariaPressed = "true";
}

function toggle(button: HTMLButtonElement): void {
  const on = button.ariaPressed !== "true";
  for (const other of buttonsOf(button.value)) {
    if (other.ariaPressed === "true") count(other, -1);
    if (other.ariaPressed) other.ariaPressed = "false";
  }
  if (!on) return;
  count(button, 1);
  button.ariaPressed = "true";
}

function count(button: HTMLButtonElement, change: number): void {
  const shown = button.querySelector("small");
  const total = Number(shown?.textContent ?? 0) + change;
  if (shown) shown.textContent = total > 0 ? String(total) : "";
  else if (total > 0) button.append(Object.assign(document.createElement("small"), { textContent: String(total) }));
}
