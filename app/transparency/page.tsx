import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { monthWords } from "@/components/moderation/figure-words";
import { ModerationFigures } from "@/components/moderation/moderation-figures";
import { MonthForm } from "@/components/moderation/month-form";
import { ReplyFigures } from "@/components/offers/reply-figures";
import { findMonths, getFigures } from "@/lib/moderation/queries-transparency";
import { getReplyFigures } from "@/lib/offers/queries-replies";
import { one } from "@/lib/platform/params";
import { tags } from "@/lib/platform/tags";
import { dependOn } from "@/lib/serving/context";

export const metadata: Metadata = {
  title: "Transparency",
  description:
    "What moderators did here, counted: reports, decisions, times, appeals, and what was taken back; and how soon people are answered.",
  alternates: { canonical: "/transparency" },
};

type Props = { searchParams: Promise<{ month?: string | string[] }> };

export default async function Transparency({ searchParams }: Props) {
  dependOn(tags.transparency);
  const month = one((await searchParams).month) ?? "";
  const found = await findMonths(month);
  if (!found) notFound();
  const { first, last } = found.months;
  const query = month ? `?month=${month}` : "";
  return (
    <div className="frame">
      <div className="page-head">
        <h1>Transparency</h1>
        <p className="lead">
          Moderators can hide and remove what people write. So everybody can see what they do with that. These numbers
          are counted from the decisions themselves.
        </p>
      </div>
      <MonthForm months={found.all} month={month} />
      <section className="stack" aria-labelledby="numbers">
        <h2 id="numbers">{first === last ? monthWords(first) : `${monthWords(first)} to ${monthWords(last)}`}</h2>
        <ModerationFigures figures={await getFigures(found.months)} />
        <ReplyFigures figures={await getReplyFigures(found.months)} />
      </section>
      <section className="threads-section prose" aria-labelledby="files">
        <h2 id="files">Take the numbers with you</h2>
        <ul>
          <li>
            <a href={`/transparency/summary.csv${query}`} download>
              These numbers as a table (CSV)
            </a>
          </li>
          <li>
            <a href={`/transparency/decisions.csv${query}`} download>
              Every decision, one line each (CSV)
            </a>
            , with the codes of the EU’s DSA Transparency Database
          </li>
          <li>
            <a href="/transparency/log">The public log</a>: every decision there ever was, to read here
          </li>
        </ul>
      </section>
      <section className="threads-section prose" aria-labelledby="kept-back">
        <h2 id="kept-back">What is not told, and why</h2>
        <p>
          No words, no names, no addresses, and no day: only the month. In a small community even a number of one can
          tell something to those who were there, and whoever looks every day can see when a number grew. We found that
          a fair price for being able to check what moderators do.
        </p>
        <p>
          Whoever is restricted is told what, why, and how to object, in a statement of their own. Spam is the one
          exception: its authors get no statement, and it is counted here instead. A time is counted from the moment a
          case came up to the first decision of a person. It is left out where a moderator found something without
          anybody asking.
        </p>
      </section>
    </div>
  );
}
