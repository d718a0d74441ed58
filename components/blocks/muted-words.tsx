import { TextField } from "@/components/ui/fields";
import { ActionForm } from "@/components/ui/form";
import { muteAction, unmuteAction } from "@/lib/blocks/actions";

/** The words that a member muted, with the way back, and a form for one more. */
export function MutedWords({ words }: { words: string[] }) {
  return (
    <section className="card" aria-labelledby="words">
      <h2 id="words">Words you muted</h2>
      <p>Comments and threads with one of these words are kept from you. Your own are not.</p>
      <ul className="quiet-list">
        {words.map((word) => (
          <li key={word} className="row">
            <span>{word}</span>
            <ActionForm action={unmuteAction} className="bar-end">
              <input type="hidden" name="kind" value="word" />
              <input type="hidden" name="word" value={word} />
              <button className="button button-quiet">
                Unmute<span className="visually-hidden"> {word}</span>
              </button>
            </ActionForm>
          </li>
        ))}
      </ul>
      <ActionForm action={muteAction} submit="Mute it">
        <input type="hidden" name="kind" value="word" />
        <TextField
          name="word"
          label="A word, or some words in a row"
          hint="Capital letters and accents do not matter. Whole words are meant; with a * at its end, “needl*” also means needles and needling."
          autoComplete="off"
        />
      </ActionForm>
    </section>
  );
}
