import { filterLabels } from "@/lib/insights/labels";
import { writeFilter, type Filter, type FilterName } from "@/lib/testimonials/schema";

type Props = { technique: string | undefined; filter: Filter; sort: string | undefined };

/** One filter at a time: with two at once, a group of one could be told from the numbers. Works as a plain form. */
export function FilterForm({ technique, filter, sort }: Props) {
  return (
    <form action="/what-helped" className="filter row">
      {technique && <input type="hidden" name="technique" value={technique} />}
      {sort && <input type="hidden" name="sort" value={sort} />}
      <div className="field">
        <label htmlFor="among">Only from those who said</label>
        <select id="among" name="among" defaultValue={writeFilter(filter)}>
          <option value="">Anything: everybody</option>
          {(Object.keys(filterLabels) as FilterName[]).map((name) => (
            <optgroup key={name} label={filterLabels[name].name}>
              {Object.entries(filterLabels[name].values).map(([value, label]) => (
                <option key={value} value={writeFilter({ name, value })}>
                  {label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <button className="button button-quiet">Show</button>
    </form>
  );
}
