import { write } from "@/components/ui/draft";
import { sendCopy, type Answer } from "./exchange";
import { fillIn, readValues, type Values } from "./form-values";
import { keyOf, type Base, type LocalCopy } from "./local-copy";
import { isSame } from "./reconcile";

/** Where what was typed is kept by now. */
export type Where = "nowhere" | "device" | "account" | "signed_out" | "too_long";

const localPauseMs = 400;
const accountPauseMs = 2000;
const againMs = 30_000;

export type Options = {
  place: string;
  member: number;
  /** The form as it is with nothing of one's own in it; null where the page came with a draft filled in. */
  empty: Values | null;
  /** What the page came with of one's own. */
  initial: Values;
  base: Base | null;
  step: string;
  tell: (where: Where) => void;
  /** Called with what the form goes on with. */
  onBase: (base: Base | null) => void;
};

/** Keeps one open form: in this browser at once, with the account some moments later, and when the page is left. */
export class Keeper {
  /** Somebody has typed since the page came. */
  touched = false;
  readonly writer = randomWriter();
  #form: HTMLFormElement;
  #options: Options;
  #copy: LocalCopy;
  #localTimer: number | undefined;
  #accountTimer: number | undefined;
  #underWay: Promise<void> | null = null;
  #sending = false;

  constructor(form: HTMLFormElement, options: Options) {
    this.#form = form;
    this.#options = options;
    const { initial: values, step, base } = options;
    this.#copy = { at: Date.now(), step, values, writer: this.writer, base, saved: true };
    form.dataset.draft = keyOf(options.place, options.member);
    this.base = base;
  }

  get base(): Base | null {
    return this.#copy.base;
  }

  set base(base: Base | null) {
    this.#copy = { ...this.#copy, base };
    this.#options.onBase(base);
    // At once, too: the form may be sent before the page is drawn again.
    const field = this.#form.querySelector<HTMLInputElement>("input[name=draft]");
    if (field) field.value = String(base?.id ?? "");
  }

  /** Listens until the returned function is called. */
  start(): () => void {
    const stop = new AbortController();
    const { signal } = stop;
    const form = this.#form;
    form.addEventListener("input", () => this.#soon(), { signal });
    form.addEventListener("change", () => this.#keep(), { signal });
    form.addEventListener("sending", (event) => this.#settle(event as CustomEvent<Promise<void>[]>), { signal });
    form.addEventListener("refused", () => this.#resume(), { signal });
    window.addEventListener("hashchange", () => this.#keep(), { signal });
    window.addEventListener("pagehide", () => this.#leave(), { signal });
    // Somebody may have signed in again in another tab.
    window.addEventListener("focus", () => void this.save(), { signal });
    // Some type faster than the scripts come.
    this.#keep();
    return () => {
      this.#stopTimers();
      stop.abort();
    };
  }

  /** Puts a copy into the form as what it begins with, and goes on from there. */
  begin(values: Values, { base, saved, step, spare, at }: Begin): void {
    fillIn(this.#form, values, spare);
    this.#options.step = step;
    this.#copy = { ...this.#read(), at, saved: saved && spare.size === 0 };
    this.base = base;
    this.#store();
    // The steps of a form, if it has some, open where somebody stopped.
    queueMicrotask(() => this.#form.dispatchEvent(new CustomEvent("broughtback", { detail: step })));
  }

  /** Sends what the account has not. One save at a time, so that they arrive in their order. */
  async save(leaving = false): Promise<void> {
    clearTimeout(this.#accountTimer);
    if (this.#underWay && !leaving) return this.#underWay.then(() => this.save());
    if (this.#copy.saved || this.#sending || !this.#form.dataset.draft) return;
    const sent = this.#copy;
    const sending = sendCopy(this.#options, sent, leaving).then((answer) => this.#take(sent, answer));
    this.#underWay = sending;
    await sending;
    if (this.#underWay === sending) this.#underWay = null;
  }

  #take(sent: LocalCopy, answer: Answer): void {
    if (typeof answer === "string") {
      this.#options.tell(answer === "later" ? "device" : answer);
      if (answer === "later") this.#accountTimer = window.setTimeout(() => void this.save(), againMs);
      return;
    }
    this.base = answer.base;
    if (isSame(this.#copy.values, sent.values)) this.#copy = { ...this.#copy, saved: true };
    this.#store();
    this.#options.tell(answer.base ? "account" : "nowhere");
  }

  #soon(): void {
    this.touched = true;
    clearTimeout(this.#localTimer);
    this.#localTimer = window.setTimeout(() => this.#keep(), localPauseMs);
  }

  /** A second tab that only lies open must not put its old answers over the newer ones of the first. */
  #keep(): void {
    clearTimeout(this.#localTimer);
    const now = this.#read();
    if (!this.#form.dataset.draft || (now.step === this.#copy.step && isSame(now.values, this.#copy.values))) return;
    this.touched = true;
    this.#copy = now;
    this.#store();
    if (!this.base) this.#options.tell("device");
    clearTimeout(this.#accountTimer);
    this.#accountTimer = window.setTimeout(() => void this.save(), accountPauseMs);
  }

  #leave(): void {
    this.#keep();
    void this.save(true);
  }

  /** The form is being sent: nothing is saved until it is known what comes of it. */
  #settle({ detail }: CustomEvent<Promise<void>[]>): void {
    this.#keep();
    this.#stopTimers();
    this.#sending = true;
    if (this.#underWay) detail.push(this.#underWay);
  }

  #resume(): void {
    this.#sending = false;
    void this.save();
  }

  #store(): void {
    const { dataset } = this.#form;
    if (!dataset.draft) return;
    const nothing = Object.keys(this.#copy.values).length === 0;
    write(dataset.draft, nothing ? "" : JSON.stringify(this.#copy));
  }

  /** What is filled in now; of a form that is empty again, nothing. */
  #read(): LocalCopy {
    const { empty, step } = this.#options;
    const filled = readValues(this.#form);
    const values = empty && isSame(filled, empty) ? {} : filled;
    return { at: Date.now(), step: stepOf() || step, values, writer: this.writer, base: this.base, saved: false };
  }

  #stopTimers(): void {
    clearTimeout(this.#localTimer);
    clearTimeout(this.#accountTimer);
  }
}

type Begin = { base: Base | null; saved: boolean; step: string; spare: Set<string>; at: number };

/** The question that the address names. Other parts of a page have addresses, too. */
function stepOf(): string {
  const address = window.location.hash.slice(1);
  return address.startsWith("step-") ? address : "";
}

function randomWriter(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=/g, "");
}
