import { scaleLinear } from "d3-scale";
import { Fragment } from "react";
import type { FigureRow, FigureSeries } from "@/lib/insights/schema";
import { count } from "./numbers";
import { SignMark } from "./sign-mark";

/** From a share to its place on a strip, in percent of the strip's width: so a strip fits any width and its words keep their size. */
const place = scaleLinear([0, 1], [0, 100]);
const across = (share: number) => Number(place(share).toFixed(1));

/** One bar for every answer of every series. Words and numbers are text, so the drawing between them is hidden from screen readers. */
export function AnswerBars({ series }: { series: FigureSeries[] }) {
  const named = series.length > 1;
  const answers = new Map(series.flatMap(({ rows }) => rows).map((row) => [row.answer, row]));
  return (
    <>
      <ul className={named ? "bars bars-named" : "bars"}>
        {[...answers.values()].map(({ answer, label, sign }) => (
          <li key={answer} data-sign={sign}>
            <span className="bar-label">
              <SignMark sign={sign} />
              {label}
            </span>{" "}
            {series.map(({ name, n, rows }) => {
              const row = rows.find((each) => each.answer === answer);
              return (
                row && (
                  <Fragment key={name}>
                    {named && <span className="bar-name">{name}</span>}{" "}
                    <span className="bar-count">
                      <b>{count(row.n)}</b> of {count(n)}
                    </span>
                    <Strip row={row} />
                  </Fragment>
                )
              );
            })}
          </li>
        ))}
      </ul>
      <p className="bars-axis" aria-hidden="true">
        {place.ticks(2).map((tick) => (
          <span key={tick}>{tick < 1 ? place(tick) : `${place(tick)} of 100`}</span>
        ))}
      </p>
    </>
  );
}

/** A bar as long as the share, and over it a line from the low to the high end of its interval. */
function Strip({ row }: { row: FigureRow }) {
  const low = across(row.low);
  return (
    <svg className="strip" aria-hidden="true">
      <rect width={`${across(row.share)}%`} />
      <rect x={`${low}%`} width={`${across(row.high - low / 100)}%`} />
    </svg>
  );
}
