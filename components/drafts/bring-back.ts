import { read, write } from "@/components/ui/draft";
import { fetchDraft, sendWaiting, setAside } from "./exchange";
import type { Keeper, Where } from "./keeper";
import { keyOf, readCopy, type LocalCopy } from "./local-copy";
import { isSame, reconcile, type AccountCopy, type Plan } from "./reconcile";

export type Bringing = {
  place: string;
  member: number;
  /** The draft that the page was made with. */
  kept: AccountCopy | null;
  /** Somebody wants to begin from what is posted. */
  fresh: boolean;
  /** Fields that were filled in before the scripts came, and those that a link filled in since. */
  spare: Set<string>;
  /** Called with when it was typed, and with where it is kept. */
  onShown: (at: Date, where: Where) => void;
  onAnother: () => void;
};

/** Fills in what was kept of a form, in this browser or with the account. Returns what stops it. */
export function bringBack(form: HTMLFormElement, keeper: Keeper, given: Bringing): () => void {
  const { place, member, kept, fresh } = given;
  const local = readCopy(read(keyOf(place, member)), Date.now());
  const stop = new AbortController();
  if (fresh) {
    if (local && !local.saved) setAside(given, local);
    write(keyOf(place, member), "");
  } else if (kept) {
    carryOut(reconcile(local, kept, Date.now()), keeper, { ...given, local, account: kept });
  } else {
    // What the account has, too, may have been posted since: it is shown when the account still has it.
    if (local && !local.saved) showLocal(keeper, given, local, local.base);
    whenSeen(form, stop.signal, () => void askAccount(keeper, given, local, stop.signal));
  }
  void sendWaiting(member);
  return () => stop.abort();
}

async function askAccount(keeper: Keeper, given: Bringing, local: LocalCopy | null, signal: AbortSignal) {
  const account = await fetchDraft(given);
  if (signal.aborted) return;
  if (account === "unknown") {
    if (local?.saved && !keeper.touched) showLocal(keeper, given, local, local.base);
    return;
  }
  // A save of this page was quicker than the question.
  if (account?.writer === keeper.writer) return;
  const plan = reconcile(local, account, Date.now());
  if (keeper.touched) return typedMeanwhile(plan, keeper, { ...given, local, account });
  carryOut(plan, keeper, { ...given, local, account });
}

type Copies = Bringing & { local: LocalCopy | null; account: AccountCopy | null };

/** What is being typed stays; it goes on with the draft of the account only if it was written over those words. */
function typedMeanwhile(plan: Plan, keeper: Keeper, { local, account, onAnother }: Copies): void {
  const over = plan.show === "local" || (local && account && isSame(local.values, account.values));
  if (over && plan.base && !keeper.base) keeper.base = plan.base;
  else if (account && !over) onAnother();
}

function carryOut(plan: Plan, keeper: Keeper, given: Copies): void {
  const { local, account, place, member, spare, onShown, onAnother } = given;
  if (plan.setAside && local) setAside(given, local);
  if (plan.another) onAnother();
  if (plan.show === "local" && local) {
    showLocal(keeper, given, local, plan.base);
    void keeper.save();
  } else if (plan.show === "account" && account) {
    const at = Date.now() - account.ageSeconds * 1000;
    keeper.begin(account.values, { base: plan.base, saved: true, step: account.step, spare, at });
    onShown(new Date(at), "account");
  } else if (readCopy(read(keyOf(place, member)), Date.now())?.saved) {
    // Another tab may have typed something else meanwhile, and that stays.
    write(keyOf(place, member), "");
  }
}

function showLocal(
  keeper: Keeper,
  { spare, onShown }: Bringing,
  { values, step, at, saved }: LocalCopy,
  base: Plan["base"],
) {
  keeper.begin(values, { base, saved, step, spare, at });
  onShown(new Date(at), saved ? "account" : "device");
}

/** Most people who read a thread write nothing, so the account is asked when the form comes into sight. */
function whenSeen(form: HTMLFormElement, signal: AbortSignal, run: () => void): void {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    run();
  });
  observer.observe(form);
  signal.addEventListener("abort", () => observer.disconnect());
}
