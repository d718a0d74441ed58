import { read, write } from "@/components/ui/draft";
import { sendCopy, setAside, type Answer } from "./exchange";
import { fillIn, readValues, type Values } from "./form-values";
import { asideKey, keyOf, readCopy, type Base, type LocalCopy } from "./local-copy";
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
  #key: string;
  #copy: LocalCopy;
  /** What was brought back into the form. */
  #brought: Values = {};
  #localTimer: number | undefined;
  #accountTimer: number | undefined;
  #underWay: Promise<void> | null = null;
  #sending = false;
  #taken = false;
  /** The account may have got a save whose answer did not come. */
  #unsure = false;
  #underWayEnds = new AbortController();

  constructor(form: HTMLFormElement, options: Options) {
    this.#form = form;
    this.#options = options;
    const { initial: values, step, base } = options;
    this.#copy = { at: Date.now(), step, values, writer: this.writer, base, saved: true };
    this.#key = keyOf(options.place, options.member);
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
    // The browser would fill in what has been posted on the way back, and what somebody else typed before they signed out.
    form.autocomplete = "off";
    form.addEventListener("input", () => this.#soon(), { signal });
    form.addEventListener("change", () => this.#keep(), { signal });
    form.addEventListener("sending", (event) => this.#settle(event as CustomEvent<Promise<void>[]>), { signal });
    form.addEventListener("refused", () => this.#resume(), { signal });
    form.addEventListener("taken", () => this.#end(), { signal });
    window.addEventListener("hashchange", () => this.#keep(), { signal });
    window.addEventListener("pagehide", () => this.#leave(), { signal });
    // A phone may end a page that is not in sight without another word.
    document.addEventListener("visibilitychange", () => this.#hide(), { signal });
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
    this.#brought = values;
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
    if (this.#copy.saved || this.#sending || this.#taken) return;
    const sent = this.#copy;
    this.#unsure = true;
    const how = { leaving, signal: this.#underWayEnds.signal };
    const sending = sendCopy(this.#options, sent, how).then((answer) => this.#take(sent, answer));
    this.#underWay = sending;
    await sending;
    if (this.#underWay === sending) this.#underWay = null;
  }

  #take(sent: LocalCopy, answer: Answer): void {
    if (this.#taken) return;
    this.#unsure = answer === "later";
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
    if (this.#taken || (now.step === this.#copy.step && isSame(now.values, this.#copy.values))) return;
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

  #hide(): void {
    if (!document.hidden) return;
    this.#keep();
    void this.save();
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

  /** The form was taken. A save that was under way for too long would bring back what has just been posted. */
  #end(): void {
    this.#taken = true;
    this.#stopTimers();
    this.#underWayEnds.abort();
    const there = readCopy(read(this.#key), Date.now());
    if (!there || there.writer === this.writer || isSame(there.values, this.#copy.values)) write(this.#key, "");
    write(asideKey(this.#key, this.#copy), "");
    if (this.#unsure) void sendCopy(this.#options, { ...this.#copy, values: {} }, { leaving: true });
  }

  #store(): void {
    if (this.#taken) return;
    this.#spareAnother();
    const nothing = Object.keys(this.#copy.values).length === 0;
    write(this.#key, nothing ? "" : JSON.stringify(this.#copy));
    write(asideKey(this.#key, this.#copy), "");
  }

  /** Another tab may hold other words in the same form that the account has not got. */
  #spareAnother(): void {
    const there = readCopy(read(this.#key), Date.now());
    if (!there || there.saved || there.writer === this.writer) return;
    if (![this.#brought, this.#copy.values].some((known) => isSame(known, there.values)))
      setAside(this.#options, there);
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
