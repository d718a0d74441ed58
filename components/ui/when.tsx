const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const minute = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });

/** A date that stays true however long the page is kept; the minute is in its title. */
export function When({ at }: { at: Date }) {
  return (
    <time dateTime={at.toISOString()} title={`${minute.format(at)} UTC`}>
      {day.format(at)}
    </time>
  );
}
