import { ActionForm } from "@/components/ui/form";
import { When } from "@/components/ui/when";
import { threadPath } from "@/lib/platform/urls";
import { changeConsentAction, chooseReminderAction } from "@/lib/testimonials/actions";
import { consents, consentNames, followUpLabels, ownStateLabels, reminderLabels } from "@/lib/testimonials/labels";
import type { OwnTestimonial } from "@/lib/testimonials/queries";
import { purposes, reminders, type Purpose } from "@/lib/testimonials/schema";

/** One testimonial as its author has it in hand: what it is, what may be done with it, what to tell later. */
export function OwnTestimonialCard({ told }: { told: OwnTestimonial }) {
  const readable = told.state === "stands" || told.state === "locked";
  return (
    <article className="card own-told" id={`told-${told.id}`} aria-labelledby={`told-${told.id}-title`}>
      <div>
        <h2 id={`told-${told.id}-title`}>
          {readable && told.agreed.shown ? <a href={threadPath(told)}>{told.title}</a> : told.title}
        </h2>
        <p className="meta">
          <span>{told.technique}</span>
          <span>told under the name {told.handle}</span>
          <When at={told.toldAt} />
        </p>
      </div>
      {told.state !== "stands" && <p className="note">{ownStateLabels[told.state]}</p>}
      <section aria-label="What you agreed to">
        {purposes.map((purpose) => (
          <Consent key={purpose} told={told} purpose={purpose} />
        ))}
      </section>
      <Later told={told} />
      <div className="row">
        <a className="button button-quiet" href={`/me/edit/testimonial/${told.id}`}>
          Change the answers
        </a>
        <a className="button button-plain" href={`/me/testimonials/${told.id}/withdraw`}>
          Withdraw all of it
        </a>
      </div>
    </article>
  );
}

function Consent({ told, purpose }: { told: OwnTestimonial; purpose: Purpose }) {
  const since = told.agreed[purpose];
  if (purpose === "quoted" && !told.agreed.shown) return null;
  const last = since && purpose !== "quoted" && !told.agreed[purpose === "shown" ? "counted" : "shown"];
  const names = consentNames[purpose];
  return (
    <ActionForm action={changeConsentAction} className="consent">
      <input type="hidden" name="thread" value={told.id} />
      <input type="hidden" name="purpose" value={purpose} />
      <input type="hidden" name="act" value={since ? "withdrawn" : "given"} />
      <p>
        <strong>{since ? names.on : names.off}</strong>
        {since && (
          <>
            {" "}
            since <When at={since} />
          </>
        )}
        <br />
        <span className="quiet">“{consents[purpose].wording}”</span>
        {last && (
          <>
            <br />
            <span className="quiet">
              Nothing else is agreed to, so taking this back withdraws it: your answers are erased within seven days.
            </span>
          </>
        )}
      </p>
      <button className="button button-quiet">{since ? names.stop : names.start}</button>
    </ActionForm>
  );
}

function Later({ told }: { told: OwnTestimonial }) {
  return (
    <section aria-label="How it is later" className="own-told">
      <div className="row">
        {told.followUps.map(({ after, told: at, due }) =>
          due ? (
            <a key={after} className="button" href={`/me/testimonials/${told.id}/follow-up?after=${after}`}>
              {followUpLabels[after]}: {at ? "change it" : "how is it now?"}
            </a>
          ) : (
            <span key={after} className="tag">
              {followUpLabels[after]}: not yet
            </span>
          ),
        )}
      </div>
      <ActionForm action={chooseReminderAction} className="row">
        <input type="hidden" name="thread" value={told.id} />
        <span id={`remind-${told.id}`}>Remind me then:</span>
        {reminders.map((remind) => (
          <button
            key={remind}
            className="button button-quiet"
            name="remind"
            value={remind}
            aria-pressed={told.remind === remind}
            aria-describedby={`remind-${told.id}`}
          >
            {reminderLabels[remind]}
          </button>
        ))}
      </ActionForm>
    </section>
  );
}
