import { ChoiceField, ChoicesField, SelectField } from "@/components/ui/fields";
import { ActionForm } from "@/components/ui/form";
import { chooseMailTimesAction } from "@/lib/mailings/actions";
import { dayLabels, hourLabel, rhythmLabels } from "@/lib/mailings/labels";
import type { MailSettings } from "@/lib/mailings/queries";
import { digestRhythms, timeZones } from "@/lib/mailings/schema";
import { ZoneHint } from "./zone-hint";

const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: hourLabel(hour) }));
const days = dayLabels.map((label, index) => ({ value: String(index + 1), label }));
const zones = timeZones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
const rhythms = digestRhythms.map((value) => ({ value, label: rhythmLabels[value] }));

/** When mails may come, and what they may hold. */
export function TimesForm({ settings }: { settings: MailSettings }) {
  return (
    <section className="card" aria-labelledby="times">
      <h2 id="times">When mails come</h2>
      <ActionForm action={chooseMailTimesAction} submit="Save">
        <SelectField
          name="zone"
          label="Your time zone"
          hint={<ZoneHint chosen={settings.timeZone} />}
          choices={zones}
          defaultValue={settings.timeZone}
        />
        <div className="row">
          <SelectField name="quietFrom" label="Quiet from" choices={hours} defaultValue={String(settings.quietFrom)} />
          <SelectField name="quietTo" label="until" choices={hours} defaultValue={String(settings.quietTo)} />
        </div>
        <p className="hint">No mail comes at once in these hours. The same hour twice means no quiet hours.</p>
        <ChoiceField
          name="digest"
          label="The digest: what was new, in one mail"
          shape="short"
          choices={rhythms}
          defaultValue={settings.digest}
        />
        <div className="row">
          <SelectField name="hour" label="At" choices={hours} defaultValue={String(settings.digestHour)} />
          <SelectField
            name="day"
            label="On, if it is once a week"
            choices={days}
            defaultValue={String(settings.digestDay)}
          />
        </div>
        <ChoicesField
          name="wholeText"
          label="Words for members only"
          choices={[
            {
              value: "yes",
              label: "Put them into my mails, too",
              hint: "Without this, a mail holds title and author, and the words stay here. Whoever reads your mail could read them.",
            },
          ]}
          defaultValue={settings.wholeText ? ["yes"] : []}
        />
      </ActionForm>
    </section>
  );
}
