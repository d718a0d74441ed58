const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** A date that stays true however long the page is kept, to the minute for machines. */
export function When({ at }: { at: Date }) {
  return <time dateTime={`${at.toISOString().slice(0, 16)}Z`}>{day.format(at)}</time>;
}
