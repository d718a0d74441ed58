import type { FigureSeries } from "@/lib/insights/schema";
import { count, interval, percent } from "./numbers";

/** Every number of a figure, one row for each answer. */
export function FigureTable({ series }: { series: FigureSeries[] }) {
  const named = series.length > 1;
  return (
    <table>
      {!named && series.map(({ name, n }) => <caption key={name}>{count(n)} people answered</caption>)}
      <thead>
        <tr>
          <th scope="col">Answer</th>
          <th scope="col">People</th>
          <th scope="col">Share</th>
        </tr>
      </thead>
      {series.map(({ name, n, rows }) => (
        <tbody key={name}>
          {named && (
            <tr>
              <th scope="rowgroup" colSpan={3}>
                {name}: {count(n)} people answered
              </th>
            </tr>
          )}
          {rows.map((row) => (
            <tr key={row.answer}>
              <th scope="row">{row.label}</th>
              <td>{count(row.n)}</td>
              <td>
                {percent(row)} ({interval(row)})
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
