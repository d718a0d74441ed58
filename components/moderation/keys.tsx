"use client";

import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useHydrated } from "@/components/ui/hydrated";
import {
  beginFromText,
  fillDecision,
  focusReason,
  isInRow,
  isTyping,
  moveRow,
  openRow,
  pressKey,
  sendDecision,
  type Start,
} from "./key-acts";
import type { KeyHelp } from "./key-list";

type Props = {
  help: KeyHelp[];
  /** The decisions of a case; none on the queue. */
  starts?: Start[];
};

/** Single keys for whoever works through the queue. They can be switched off, and do nothing while somebody types. */
export function Keys({ help, starts = none }: Props) {
  const on = useKeysOn();
  const hydrated = useHydrated();
  const list = useRef<HTMLDialogElement>(null);
  const [said, setSaid] = useState("");

  useEffect(() => {
    if (!on) return;
    const hear = (event: KeyboardEvent) => {
      if (list.current?.open || event.defaultPrevented || event.isComposing) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target)) {
        if (event.key === "Escape") event.target.blur();
        return;
      }
      if (act(event, { starts, say: setSaid, showList: () => list.current?.showModal() })) event.preventDefault();
    };
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  }, [on, starts]);

  return (
    <section className="keys needs-script" aria-label="Keys" data-keys={hydrated && on ? "on" : "off"}>
      <button type="button" className="button button-quiet" aria-pressed={on} onClick={() => switchKeys(!on)}>
        Keys {on ? "on" : "off"}
      </button>
      <button type="button" className="button button-plain" onClick={() => list.current?.showModal()}>
        All keys{on && " (?)"}
      </button>
      <p role="status" className="quiet">
        {said}
      </p>
      <dialog ref={list} className="key-list" aria-labelledby="keys-title">
        <h2 id="keys-title">All keys</h2>
        <p>They do nothing while you type in a field. Switch them off if they get in the way of your own.</p>
        <dl>
          {[...starts.map(({ key, label }) => ({ keys: key, words: label })), ...help].map(({ keys, words }) => (
            <div key={keys}>
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
        <form method="dialog">
          <button className="button">Close</button>
        </form>
      </dialog>
    </section>
  );
}

const none: Start[] = [];

type Acting = { starts: Start[]; say: (words: string) => void; showList: () => void };

/** @returns whether the key meant something here */
function act({ key, repeat, target }: KeyboardEvent, { starts, say, showList }: Acting): boolean {
  const arrow = key === "ArrowDown" || key === "ArrowUp";
  if (arrow ? isInRow() : starts.length === 0 && (key === "j" || key === "k"))
    return moveRow(key === "j" || key === "ArrowDown" ? 1 : -1);
  // Whoever holds a key down means it once.
  if (repeat || arrow) return false;
  if (key === "?") {
    showList();
    return true;
  }
  // Links and buttons have a meaning of their own for it.
  if (key === "Enter") return !(target as Element).closest("a, button, summary, dialog") && sendDecision();
  if (key === "e" && starts.length > 0) return focusReason();
  if (key === "o" && isInRow()) return openRow();
  if (/^[1-9]$/.test(key)) return beginFromText(key);
  const start = starts.find((each) => each.key === key);
  if (!start) return /^[a-z]$/.test(key) && pressKey(key);
  const filled = fillDecision(start);
  if (filled) say(`${start.label}. Press Enter to send it.`);
  return filled;
}

const setting = "keys";

function useKeysOn(): boolean {
  return useSyncExternalStore(listen, read, () => true);
}

function listen(changed: () => void): () => void {
  window.addEventListener("storage", changed);
  window.addEventListener(setting, changed);
  return () => {
    window.removeEventListener("storage", changed);
    window.removeEventListener(setting, changed);
  };
}

function read(): boolean {
  try {
    return localStorage.getItem(setting) !== "off";
  } catch {
    return true;
  }
}

function switchKeys(on: boolean): void {
  try {
    localStorage.setItem(setting, on ? "on" : "off");
  } catch {
    // Without storage they stay as they are.
  }
  window.dispatchEvent(new Event(setting));
}
