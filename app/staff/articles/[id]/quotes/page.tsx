import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { QuoteCard } from "@/components/articles/quote";
import { QuoteForm } from "@/components/articles/quote-form";
import { ActionForm } from "@/components/ui/form";
import { dropQuoteAction } from "@/lib/articles/actions";
import { getEditableArticle, listQuotes } from "@/lib/articles/queries";
import { editorRoles } from "@/lib/articles/schema";
import { requireStaff } from "@/lib/moderation/gate";
import { idOf } from "@/lib/platform/params";

export const metadata: Metadata = { title: "Quotes of members" };

type Props = { params: Promise<{ id: string }> };

export default async function ArticleQuotes({ params }: Props) {
  const { id } = await params;
  await requireStaff(`/staff/articles/${id}/quotes`, editorRoles);
  const article = await getEditableArticle(idOf(id) ?? 0);
  if (!article) notFound();
  const quotes = await listQuotes(article.id);
  return (
    <>
      <div className="page-head">
        <h1>Quotes of members</h1>
        <p className="lead">In “{article.title}”.</p>
        <p>
          Only public testimonials whose authors agreed to be quoted can be used. A quote leaves the article at once
          when its author takes that back. When an author changes these words, the article keeps what you approved until
          you approve the new ones here.
        </p>
      </div>
      <div className="stack">
        {quotes.map((quote) => (
          <section key={quote.id} className="card stack" aria-label={`Quote ${quote.id}`}>
            <QuoteCard quote={quote} />
            <p className="quiet">
              To place it in the text, put <code>[quote-{quote.id}]</code> on a line of its own. Otherwise it stands at
              the end.
            </p>
            {!quote.current && (
              <div className="note">
                <p>
                  <strong>Its author has changed these words since.</strong> Please look at the testimonial, and approve
                  other words or take the quote out.
                </p>
              </div>
            )}
            {!quote.current && <QuoteForm article={article.id} replaces={quote} />}
            <ActionForm action={dropQuoteAction} className="row">
              <input type="hidden" name="article" value={article.id} />
              <input type="hidden" name="quote" value={quote.id} />
              <button className="button button-quiet">Take it out</button>
            </ActionForm>
          </section>
        ))}
        <section className="card stack" aria-labelledby="another">
          <h2 id="another">{quotes.length > 0 ? "Another quote" : "Quote a testimonial"}</h2>
          <QuoteForm article={article.id} />
        </section>
        <p>
          <a href={`/staff/articles/${article.id}`}>Back to the article</a>
        </p>
      </div>
    </>
  );
}
