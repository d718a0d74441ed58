const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** A date that stays true however long the page is kept; the minute is in its title. */
export function When({ at }: { at: Date }) {
  const written = at.toISOString();
  return (
    <time dateTime={written} title={`${written.slice(0, 10)} ${written.slice(11, 16)} UTC`}>
      {day.format(at)}
    </time>
  );
}
