import { monthWords } from "./figure-words";

/** Which months the numbers are of. Works as a plain form. */
export function MonthForm({ months, month }: { months: string[]; month: string }) {
  return (
    <form action="/transparency" className="filter row">
      <div className="field">
        <label htmlFor="month">Which months</label>
        <select id="month" name="month" defaultValue={month}>
          <option value="">The last twelve</option>
          {months.map((each) => (
            <option key={each} value={each}>
              {monthWords(each)}
            </option>
          ))}
        </select>
      </div>
      <button className="button button-quiet">Show</button>
    </form>
  );
}
