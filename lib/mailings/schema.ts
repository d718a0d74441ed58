import { z } from "zod";
import { choiceField, formKeyField, optionalChoice } from "@/lib/platform/text";
import { mailChoices, notificationKinds, type NotificationKind, type Hearing } from "@/lib/notifications/schema";

/** The lists' names in tokens and headers of mails; other names would end the links that people have. */
export const mailingLists = ["at_once", "digest"] as const;
export type MailingList = (typeof mailingLists)[number];

const unclear = "Please reload the page, and choose again.";

const onSite = optionalChoice(["yes"], unclear);
const mail = choiceField(mailChoices, unclear);

/** For each kind, a box `site_<kind>` and a choice `mail_<kind>`. */
export const hearingSchema = z
  .object({
    ...{ site_reply: onSite, site_mention: onSite, site_comment: onSite },
    ...{ site_thread: onSite, site_thanks: onSite, site_quoted: onSite },
    ...{ mail_reply: mail, mail_mention: mail, mail_comment: mail, mail_thread: mail, mail_thanks: mail },
    ...{ mail_quoted: mail, key: formKeyField },
  })
  .transform((given) => {
    const ofKind = (kind: NotificationKind): Hearing => ({
      onSite: given[`site_${kind}`] === "yes",
      mail: given[`mail_${kind}`],
    });
    return Object.fromEntries(notificationKinds.map((kind) => [kind, ofKind(kind)])) as HearingChoices;
  });

export type HearingChoices = Record<NotificationKind, Hearing>;

export const digestRhythms = ["daily", "weekly", "never"] as const;

const hour = z.coerce.number({ error: unclear }).int().min(0, { error: unclear }).max(23, { error: unclear });

/** The zones that this server knows, by their names in the tz database. */
export const timeZones = ["UTC", ...Intl.supportedValuesOf("timeZone")];

export const mailTimesSchema = z.object({
  zone: z.string().refine((zone) => timeZones.includes(zone), { error: "Please choose one of the time zones." }),
  quietFrom: hour,
  quietTo: hour,
  digest: choiceField(digestRhythms, unclear),
  day: z.coerce.number({ error: unclear }).int().min(1, { error: unclear }).max(7, { error: unclear }),
  hour,
  wholeText: optionalChoice(["yes"], unclear),
  key: formKeyField,
});

export type MailTimes = Omit<z.output<typeof mailTimesSchema>, "key">;

const pauseLengths = ["1", "3", "7", "0"] as const;

/** Days; 0 ends a pause. */
export const pauseSchema = z.object({ days: choiceField(pauseLengths, unclear), key: formKeyField });

/** What a mailed link carries; whether it is good is for the verb to say. */
export const leaveSchema = z.object({ token: z.string().max(200).catch(""), key: formKeyField });
