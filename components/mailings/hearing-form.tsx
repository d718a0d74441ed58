import { ChoiceField, ChoicesField } from "@/components/ui/fields";
import { ActionForm } from "@/components/ui/form";
import { chooseHearingAction } from "@/lib/mailings/actions";
import { kindLabels, mailChoiceLabels } from "@/lib/mailings/labels";
import type { HearingChoices } from "@/lib/mailings/schema";
import { mailChoices, notificationKinds } from "@/lib/notifications/schema";

const mailWays = mailChoices.map((value) => ({ value, label: mailChoiceLabels[value] }));

/** For each kind of thing, whether it stands on the site, and how it comes by mail. */
export function HearingForm({ choices }: { choices: HearingChoices }) {
  return (
    <section className="card" aria-labelledby="hearing">
      <h2 id="hearing">What reaches you, and how</h2>
      <p>Of one thread you get one mail at once, and no other before you have been there.</p>
      <ActionForm action={chooseHearingAction} submit="Save">
        {notificationKinds.map((kind) => (
          <div key={kind} className="hearing" role="group" aria-labelledby={`hear-${kind}`}>
            <h3 id={`hear-${kind}`}>{kindLabels[kind].title}</h3>
            <p className="hint">{kindLabels[kind].hint}</p>
            <ChoicesField
              name={`site_${kind}`}
              label="On the site"
              choices={[{ value: "yes", label: "Among my notifications" }]}
              defaultValue={choices[kind].onSite ? ["yes"] : []}
            />
            <ChoiceField
              name={`mail_${kind}`}
              label="By mail"
              shape="short"
              choices={mailWays}
              defaultValue={choices[kind].mail}
            />
          </div>
        ))}
      </ActionForm>
      <p className="quiet">
        Letters from the moderators, answers to your objections and links to sign in always come at once. Reminders to
        tell how it is now come as you chose <a href="/me/testimonials">with each of them</a>.
      </p>
    </section>
  );
}
