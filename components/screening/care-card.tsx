"use client";

import { usePause } from "@/components/ui/form";

/**
 * Stands above the button of every form that takes a member's words. Shows what its author should see before it is sent:
 * kind words and where to find help, a sign to have looked at, a note of the moderators. The button says what it always
 * says, and sends it all the same.
 */
export function CareCard() {
  const { id, pause, seen } = usePause();
  return (
    <>
      <input type="hidden" name="seen" value={seen} readOnly />
      {pause && (
        <section id={id} className="care" role="alert" tabIndex={-1} aria-label="Before it is sent">
          {pause.cards.includes("crisis") && <Crisis />}
          {pause.cards.includes("red_flag") && <RedFlag />}
          {pause.notes.map((note) => (
            <div key={note} className="note">
              <h2>Before you send this</h2>
              <p>{note}</p>
            </div>
          ))}
          <p className="quiet">
            Nothing has been sent or kept. Your text is still here: change it, leave it, or press the button again to
            send it as it is.
          </p>
        </section>
      )}
    </>
  );
}

function Crisis() {
  return (
    <div className="note note-plum">
      <h2>This sounds very hard. You matter to us.</h2>
      <p>
        Pain that does not stop can bring thoughts like these, and there is nothing to be ashamed of. You do not have to
        carry this alone, and you do not have to find the right words.
      </p>
      <ul>
        <li>
          <strong>If you might hurt yourself, or are in danger now:</strong> call your emergency number, 112 in most of
          Europe, 911 in North America, 999 in the United Kingdom, or go to the nearest emergency department.
        </li>
        <li>
          <strong>To talk with somebody now:</strong>{" "}
          <a href="/safety#too-much" target="_blank" rel="noopener">
            help lines where you live
          </a>{" "}
          (opens a new tab). They are there for pain that has become too much, too.
        </li>
        <li>
          <strong>Somebody near you:</strong> telling one person today that it is bad is enough.
        </li>
      </ul>
      <p>
        You can post it all the same. People here will read it kindly, and a moderator will look after it soon. Nobody
        is ever punished for such words.
      </p>
    </div>
  );
}

function RedFlag() {
  return (
    <div className="safety">
      <h2>Some of this should be looked at by a doctor</h2>
      <p>
        Some of what you describe can be a sign that should be looked at today. That does not mean that something bad is
        going on. Nobody can tell from here, so please get checked.
      </p>
      <ul>
        <li>
          <strong>Call your emergency number now</strong> if it came on suddenly and is the worst ever, if you are newly
          weak, numb or confused, cannot speak or see as usual, have a stiff neck and a fever, or if it followed a blow
          or a fall.
        </li>
        <li>
          <strong>Otherwise ring a doctor or a medical line today</strong> and say what you wrote here.
        </li>
      </ul>
      <p>
        <a href="/safety" target="_blank" rel="noopener">
          All the signs to know
        </a>{" "}
        (opens a new tab). You can post it all the same, and please do not wait for the answers.
      </p>
    </div>
  );
}
