import { Fragment } from "react";
import { Words } from "@/components/ui/words";
import type { Quote } from "@/lib/articles/queries";
import { QuoteCard } from "./quote";

/** A paragraph that holds nothing but the mark of a quote, e.g. `[quote-12]`. */
const mark = /<p>\[quote-(\d{1,15})\]<\/p>/;

/**
 * The text of an article with its quotes where it names them, and the others at its end. A mark whose quote may not be
 * shown any more leaves nothing behind.
 */
export function ArticleBody({ html, quotes }: { html: string; quotes: Quote[] }) {
  const parts = html.split(mark);
  const placed = parts.filter((_part, index) => index % 2 === 1).map(Number);
  const rest = quotes.filter(({ id }) => !placed.includes(id));
  return (
    <>
      {parts.map((part, index) => (
        <Fragment key={index}>
          {index % 2 === 1 ? <Placed id={Number(part)} quotes={quotes} /> : <Text html={part} />}
        </Fragment>
      ))}
      {rest.length > 0 && (
        <section aria-labelledby="member-quotes" className="stack">
          <h2 id="member-quotes">In members’ words</h2>
          {rest.map((quote) => (
            <QuoteCard key={quote.id} quote={quote} />
          ))}
        </section>
      )}
    </>
  );
}

function Placed({ id, quotes }: { id: number; quotes: Quote[] }) {
  const quote = quotes.find((each) => each.id === id);
  return quote ? <QuoteCard quote={quote} /> : null;
}

function Text({ html }: { html: string }) {
  return html.trim() ? <Words html={html} className="thread-body" /> : null;
}
