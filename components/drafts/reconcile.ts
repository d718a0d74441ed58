import type { Values } from "./form-values";
import type { Base, LocalCopy } from "./local-copy";

/** The newest draft that the account has of a form. `ageSeconds` is by the database's clock. */
export type AccountCopy = Base & { writer: string; step: string; values: Values; ageSeconds: number };

export type Plan = {
  show: "local" | "account" | "nothing";
  /** What the page goes on with; null begins another draft beside those that there are. */
  base: Base | null;
  /** The copy of this browser is not shown and has yet to go to the account, as a draft of its own. */
  setAside: boolean;
  /** The account has another version besides the one that is shown. */
  another: boolean;
};

/**
 * Which of two copies of a form is shown: the newer one, by how long ago each was typed, so that no two clocks are
 * compared. The other one is never lost: it stays with the account, or goes there.
 */
export function reconcile(local: LocalCopy | null, account: AccountCopy | null, now: number): Plan {
  // What the account had and has no more was posted or thrown away, maybe on another device.
  if (!local || local.saved) return account ? goOnWith(account) : plan("nothing", null);
  if (!account) return plan("local", null);
  if (isSame(local.values, account.values)) return goOnWith(account);
  if (isWrittenOver(local, account)) return plan("local", account);
  if ((now - local.at) / 1000 < account.ageSeconds) return { ...plan("local", null), another: true };
  return { ...goOnWith(account), setAside: true, another: true };
}

/** Nobody has saved anything since this browser saw or saved it; the answer to its own last save may have been lost. */
function isWrittenOver({ base, writer }: LocalCopy, account: AccountCopy): boolean {
  return (writer !== "" && writer === account.writer) || (base?.id === account.id && base.version === account.version);
}

function goOnWith(account: AccountCopy): Plan {
  return plan("account", account);
}

function plan(show: Plan["show"], base: Base | null): Plan {
  return { show, base: base && { id: base.id, version: base.version }, setAside: false, another: false };
}

export function isSame(one: Values, other: Values): boolean {
  const sorted = (values: Values) => JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
  return sorted(one) === sorted(other);
}
