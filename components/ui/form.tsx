"use client";

import { createContext, useActionState, useContext, useRef, useState, type FormEvent, type ReactNode } from "react";
import { flushSync } from "react-dom";
import { idle, type FormState, type FormValues, type Pause } from "@/lib/platform/form-state";
import { forgetDraft, settleDraft } from "./draft";
import { goTo } from "./go-to";
import { useFormKey } from "./page-slots";

type Action = (previous: FormState, form: FormData) => Promise<FormState>;

const FormContext = createContext<FormState>(idle);
/** What was kept of the form, which the page was made with. */
const KeptContext = createContext<FormValues | null>(null);

type Props = {
  action: Action;
  /** The label of the button that sends. Leave it out to bring your own buttons. */
  submit?: string;
  sending?: string;
  className?: string;
  /** For buttons and boxes that stand elsewhere on the page and name this form. */
  id?: string;
  /** A draft that the fields begin with, whatever stands in their place otherwise. */
  kept?: FormValues | null;
  /** Called with what was sent, in place of going to the address that the action answers with. */
  onDone?: (sent: FormData) => void;
  children?: ReactNode;
};

/**
 * A form over a server action. Without JavaScript the browser posts it; with JavaScript the fields are never reset,
 * and a lost connection leaves everything that was typed where it is.
 */
export function ActionForm({
  action,
  submit,
  sending = "Sending…",
  className = "form",
  id,
  kept = null,
  onDone,
  children,
}: Props) {
  const [posted, postAction] = useActionState(action, idle);
  const [answered, setAnswered] = useState<FormState | null>(null);
  const [pending, setPending] = useState(false);
  const inFlight = useRef(false);
  const state = answered ?? posted;

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (inFlight.current) return;
    inFlight.current = true;
    setPending(true);
    const form = event.currentTarget;
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    await settleDraft(form);
    const data = new FormData(form, submitter);
    const answer = await action(idle, data).catch(() => connectionLost(data));
    const leaves = answer.status === "done" && answer.href && !onDone;
    // At once, so that what it says is there to be focused.
    flushSync(() => setAnswered(answer));
    if (answer.status === "done") forgetDraft(form);
    if (leaves) return goTo(answer.href ?? "/");
    inFlight.current = false;
    setPending(false);
    if (answer.status === "done") onDone?.(data);
    // A form that shows its questions one by one first turns to the one that is complained about.
    const refused = new Event("refused", { cancelable: true });
    if (answer.status === "refused" && form.dispatchEvent(refused)) focusComplaint(form);
  }

  return (
    <FormContext value={state}>
      <KeptContext value={kept}>
        <form id={id} action={postAction} onSubmit={send} className={className} noValidate>
          <input type="hidden" name="key" value={useFormKey()} readOnly />
          <FormMessage state={state} />
          {children}
          {submit && (
            <div className="form-send">
              <button className="button" aria-disabled={pending}>
                {pending ? sending : submit}
              </button>
            </div>
          )}
        </form>
      </KeptContext>
    </FormContext>
  );
}

function FormMessage({ state }: { state: FormState }) {
  if (state.status === "done" && state.message) {
    return (
      <p className="form-message form-done" role="status">
        {state.message}
      </p>
    );
  }
  if (state.status !== "refused") return null;
  if (state.pause) return <PauseNotice />;
  const several = Object.keys(state.fields).length;
  const message =
    state.message ?? (several ? "This was not sent yet. Please look at what is marked below." : undefined);
  if (!message) return null;
  return (
    <div className="form-message" role="alert" tabIndex={-1}>
      <p>{message}</p>
      {state.signIn && (
        <a href="/auth/sign-in" target="_blank" rel="noopener">
          Sign in (opens a new tab)
        </a>
      )}
      {state.stale && (
        // The new tab leaves what was typed here where it is.
        <a href="" target="_blank" rel="noopener">
          Open this page as it is now (in a new tab)
        </a>
      )}
    </div>
  );
}

const pauseId = "before-it-is-sent";

/** Where no script takes the reader to what stands above the button, the top of the form says that it is there. */
function PauseNotice() {
  return (
    <noscript>
      <p className="form-message">
        This was not sent yet. <a href={`#${pauseId}`}>Please read this first</a>
      </p>
    </noscript>
  );
}

function focusComplaint(form: HTMLFormElement) {
  form.querySelector<HTMLElement>(`#${pauseId}, [aria-invalid='true'], .form-message`)?.focus();
}

function connectionLost(data: FormData): FormState {
  const values: FormValues = {};
  for (const [name, value] of data) if (typeof value === "string") values[name] = value;
  return {
    status: "refused",
    message:
      "We could not reach the server, so this was not sent. Your text is still here: please try again in a moment.",
    fields: {},
    values,
  };
}

/** What was typed in a field before, and what is wrong with it. */
export function useField(name: string): {
  value: string | undefined;
  values: string[] | undefined;
  error: string | undefined;
} {
  const state = useContext(FormContext);
  const kept = useContext(KeptContext);
  if (state.status !== "refused") return { ...keptField(kept, name), error: undefined };
  const given = state.values[name];
  return {
    value: Array.isArray(given) ? given[0] : given,
    values: given === undefined ? [] : [given].flat(),
    error: state.fields[name],
  };
}

/** A field that somebody has emptied is kept as empty. */
function keptField(kept: FormValues | null, name: string) {
  const values = kept ? [kept[name] ?? []].flat() : undefined;
  return { value: values && (values[0] ?? ""), values };
}

/** True after the form came back: what is folded away opens, because a complaint may be inside. */
export function useRefused(): boolean {
  return useContext(FormContext).status === "refused";
}

/**
 * What the author should see before the form is sent again, and the `id` under which it has to stand; null when there
 * is nothing. `seen` belongs into a hidden field of that name, also while there is nothing to show.
 */
export function usePause(): { id: string; pause: Pause | null; seen: string } {
  const state = useContext(FormContext);
  const { value: sentBack = "" } = useField("seen");
  const pause = state.status === "refused" ? (state.pause ?? null) : null;
  return { id: pauseId, pause, seen: pause?.seen ?? sentBack };
}
