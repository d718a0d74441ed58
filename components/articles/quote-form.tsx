import { TextArea, TextField } from "@/components/ui/fields";
import { ActionForm } from "@/components/ui/form";
import { quoteTestimonialAction } from "@/lib/articles/actions";
import type { Quote } from "@/lib/articles/queries";

type Props = { article: number; replaces?: Quote };

/** Words of a testimonial for an article, or other words in place of those that its author has changed. */
export function QuoteForm({ article, replaces }: Props) {
  return (
    <ActionForm action={quoteTestimonialAction} submit={replaces ? "Approve these words" : "Quote it"}>
      <input type="hidden" name="article" value={article} />
      {replaces ? (
        <>
          <input type="hidden" name="replaces" value={replaces.id} />
          <input type="hidden" name="testimonial" value={replaces.testimonial.id} />
        </>
      ) : (
        <TextField
          name="testimonial"
          label="Number of the testimonial"
          hint="It stands in its address: /what-helped/154/… is 154."
          inputMode="numeric"
        />
      )}
      <TextArea
        name="passage"
        label="The passage"
        hint="Copied from its story or its tip, without gaps. 10 to 1,000 characters."
        rows={4}
      />
    </ActionForm>
  );
}
