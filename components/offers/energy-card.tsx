import { ActionForm } from "@/components/ui/form";
import { passOfferAction, sayEnergyAction } from "@/lib/offers/actions";
import { energyWords, waitingWords } from "@/lib/offers/labels";
import type { Energy, Offered } from "@/lib/offers/queries";
import { answerCounts } from "@/lib/offers/schema";
import { threadPath } from "@/lib/platform/urls";

/** Where a member says that they have energy today, and what waits for them then. */
export function EnergyCard({ energy }: { energy: Energy }) {
  const { answers, timeZone, offers } = energy;
  return (
    <section className="card energy" aria-labelledby="energy">
      <h2 id="energy">I have energy today</h2>
      <p>
        Some posts get no reply for hours. If you feel well enough, say how many you could answer today. Only you see
        this, and nothing is expected of you.
      </p>
      <ActionForm action={sayEnergyAction} className="row">
        {answerCounts.map((each) => (
          <button
            key={each}
            name="answers"
            value={each}
            className={Number(each) === answers ? "button" : "button button-quiet"}
            aria-pressed={Number(each) === answers}
          >
            {each}
            <span className="visually-hidden"> {each === "1" ? "post" : "posts"} today</span>
          </button>
        ))}
      </ActionForm>
      {answers !== null && <p>{energyWords(answers, timeZone)}</p>}
      {offers.length > 0 && (
        <ul className="offers">
          {offers.map((offer) => (
            <Offer key={offer.id} offer={offer} />
          ))}
        </ul>
      )}
      {answers !== null && answers > 0 && offers.length === 0 && <p className="quiet">{nothingWaits(energy)}</p>}
    </section>
  );
}

function Offer({ offer: { title, technique, audience, hours, ...thread } }: { offer: Offered }) {
  return (
    <li>
      <p className="meta">
        <span>{technique}</span>
        {audience === "members" && <span className="tag tag-plum">Members only</span>}
        <span>{waitingWords(hours)}</span>
      </p>
      <h3>
        <a href={threadPath(thread)}>{title}</a>
      </h3>
      <ActionForm action={passOfferAction} className="row">
        <input type="hidden" name="thread" value={thread.id} />
        <button className="tool">
          Not this one<span className="visually-hidden"> {title}</span>
        </button>
      </ActionForm>
    </li>
  );
}

function nothingWaits({ answers, tried, full }: Energy) {
  if (full) return `Nothing more comes today${answers === 3 ? "" : ", unless you choose a higher number"}.`;
  if (tried)
    return "Nothing waits for you right now. A post about something that you tried comes here when it has had no reply for some hours.";
  return (
    <>
      Only posts about what you tried come here, and you have not told of anything yet.{" "}
      <a href="/write/testimonial">Tell what helped you, or did not</a>
    </>
  );
}
