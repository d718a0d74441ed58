import { Words } from "@/components/ui/words";

/** Stands above anything that tells how to do it. */
export function SafetyCard({ askFirstHtml }: { askFirstHtml?: string }) {
  return (
    <section className="safety" aria-labelledby="ask-first">
      <h2 id="ask-first">Ask first</h2>
      {askFirstHtml ? (
        <Words html={askFirstHtml} />
      ) : (
        <p>
          Talk to a doctor, physiotherapist or pharmacist before anyone works on your head or neck if you take blood
          thinners, had a blood clot, a recent injury or cancer, are pregnant, or have an illness of the heart, the
          vessels or the nerves.
        </p>
      )}
      <p>
        A sudden, severe or very different headache needs a doctor today. <a href="/safety">When to get help now</a>
      </p>
    </section>
  );
}
