import type { Quote } from "@/lib/articles/queries";
import { threadPath } from "@/lib/platform/urls";

/** A member's words in an article, with the name that stands on them and the way to the whole story. */
export function QuoteCard({ quote }: { quote: Quote }) {
  return (
    <figure className="member-quote" data-by={`m${quote.authorId}`}>
      <blockquote>
        <p data-words="">“{quote.passage}”</p>
      </blockquote>
      <figcaption>
        {quote.handle}, in{" "}
        <a className="tall-link" href={threadPath(quote.testimonial)}>
          {quote.testimonial.title}
        </a>
        . {quote.interest ? "Gives massages, or has another interest in them." : "One person’s experience."}
      </figcaption>
    </figure>
  );
}
