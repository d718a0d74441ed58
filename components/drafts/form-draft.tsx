"use client";

import { useEffect, useRef, useState } from "react";
import type { Draft } from "@/lib/drafts/queries";
import { useField, useRefused } from "@/components/ui/form";
import { useViewer } from "@/components/ui/page-slots";
import { bringBack } from "./bring-back";
import { fillIn, readValues, touchedNames, type Values } from "./form-values";
import { Keeper, type Where } from "./keeper";
import { keptSentences } from "./sentences";

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

type Props = {
  /** The form's name among drafts, as `lib/drafts/schema.ts` knows it. */
  place: string;
  /** The name of a list in the form whose choice says what the draft is about. */
  about?: string;
  /** The draft that the page was made with. */
  kept?: Draft | null;
  /** Nothing is brought back: the page begins with what is posted. */
  fresh?: boolean;
  /** Where one begins from what is posted, or finds one's other drafts; in place of starting anew. */
  instead?: { href: string; name: string };
  /** It stands at the top of a form of many questions. */
  long?: boolean;
};

type Story = { said: "nothing" } | { said: "brought_back"; on: string } | { said: "emptied"; before: Values };

/**
 * Keeps everything that is filled in in the form around it, in this browser and with the account, and brings it back after
 * a closed tab, an expired session or a restart of the server. It goes when the server took the form.
 */
export function FormDraft({ place, about, kept = null, fresh = false, instead, long = false }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const said = useRef<HTMLParagraphElement>(null);
  const empty = useRef<Values>({});
  const [story, setStory] = useState<Story>(kept ? { said: "brought_back", on: day.format(kept.savedAt) } : nothing);
  const [where, setWhere] = useState<Where>(kept ? "account" : "nowhere");
  const [another, setAnother] = useState(false);
  const member = useViewer()?.memberId;
  const cameRefused = useRef(useRefused());
  const [goesOn, setGoesOn] = useState(useField("draft").value || String(kept?.id ?? ""));
  // The page's own draft stays the one that it began with.
  const given = useRef(kept);

  useEffect(() => {
    const form = box.current?.closest("form");
    if (!form || member === undefined) return;
    const began = given.current;
    const spare = touchedNames(form);
    const pristine = readPristine(form);
    const own = began !== null || cameRefused.current;
    if (!own) empty.current = pristine;
    const keeper = new Keeper(form, {
      ...{ place, member, empty: own ? null : pristine },
      // What came back refused is nowhere else yet.
      ...{
        initial: began && !cameRefused.current ? pristine : {},
        base: began && { id: began.id, version: began.version },
      },
      ...{ step: began?.step ?? "", tell: setWhere, onBase: (base) => setGoesOn(String(base?.id ?? "")) },
    });
    const onShown = (at: Date, keptAt: Where) => {
      setStory({ said: "brought_back", on: day.format(at) + topicOf(form, about) });
      setWhere(keptAt);
    };
    const bringing = { place, member, kept: began, fresh, spare, onShown, onAnother: () => setAnother(true) };
    // What came back from the server is newer than what was kept.
    const stopBringing = cameRefused.current ? null : bringBack(form, keeper, bringing);
    const stopKeeping = keeper.start();
    // A draft that comes later leaves what somebody pressed as it is, and fills in the rest.
    const leaveAsIs = ({ target }: Event) => void spare.add((target as HTMLInputElement).name);
    form.addEventListener("chosen", leaveAsIs);
    return () => {
      form.removeEventListener("chosen", leaveAsIs);
      stopBringing?.();
      stopKeeping();
    };
  }, [place, member, about, fresh]);

  function refill(values: Values, next: Story) {
    const form = box.current?.closest("form");
    if (!form) return;
    fillIn(form, values);
    form.dispatchEvent(new Event("change"));
    setStory(next);
    said.current?.focus();
  }

  function startAnew() {
    const form = box.current?.closest("form");
    if (form) refill(empty.current, { said: "emptied", before: readValues(form) });
  }

  // In a short form nothing comes between the text and the button that sends it, until there is something to leave aside.
  const idle = !long && story.said === "nothing";
  return (
    <div ref={box} className={`form-draft ${long ? "" : "form-draft-small"} ${kept ? "" : "needs-script"}`}>
      <input type="hidden" name="draft" value={goesOn} readOnly />
      <p ref={said} tabIndex={-1} role="status">
        {story.said === "brought_back" && <strong>We brought back what you had filled in on {story.on}. </strong>}
        {keptSentences(story.said === "emptied" ? "emptied" : where, long)}
        {another && (
          <>
            {" "}
            There is another version of it, too: <a href="/me/drafts">look at your drafts</a>.
          </>
        )}
      </p>
      {instead && (
        <a className="button button-quiet" href={instead.href}>
          {instead.name}
        </a>
      )}
      {!instead && story.said === "emptied" && (
        <button key="undo" type="button" className="button button-quiet" onClick={() => refill(story.before, nothing)}>
          Undo
        </button>
      )}
      {!instead && story.said !== "emptied" && (
        <button key="anew" type="button" className={`button button-quiet ${idle ? "unseen" : ""}`} onClick={startAnew}>
          Start anew
        </button>
      )}
    </div>
  );
}

const nothing: Story = { said: "nothing" };

/** The form as the page brought it, whatever somebody has typed in the meantime. */
function readPristine(form: HTMLFormElement): Values {
  const typed = readValues(form);
  form.reset();
  const pristine = readValues(form);
  fillIn(form, typed);
  return pristine;
}

function topicOf(form: HTMLFormElement, about: string | undefined): string {
  const list = form.querySelector<HTMLSelectElement>(`select[name="${about}"]`);
  const chosen = list?.value ? list.selectedOptions[0]?.textContent : "";
  return chosen ? `, about ${chosen}` : "";
}
