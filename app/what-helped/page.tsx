import type { Metadata } from "next";
import { openAnyList } from "@/app/_shared/list";
import { FiguresSection } from "@/components/insights/figures-section";
import { FilterForm } from "@/components/insights/filter-form";
import { SelfSelectionNote } from "@/components/insights/self-selection-note";
import { ListPages } from "@/components/threads/list-pages";
import { ThreadRows } from "@/components/threads/thread-rows";
import { filterLabels } from "@/lib/insights/labels";
import { getNumbers } from "@/lib/insights/queries";
import { one } from "@/lib/platform/params";
import { tags } from "@/lib/platform/tags";
import { dependOn, pageAudience } from "@/lib/serving/context";
import { listTechniques } from "@/lib/techniques/queries";
import { listTestimonials } from "@/lib/testimonials/queries-browse";
import { readFilter, sorts, writeFilter, type Filter, type Sort } from "@/lib/testimonials/schema";

export const metadata: Metadata = {
  title: "What helped",
  description: "People with migraine tell what a massage technique did to them: help, no change, harm.",
  alternates: { canonical: "/what-helped" },
};

type Param = string | string[];
type Query = { technique?: Param; among?: Param; sort?: Param; page?: Param; before?: Param };

const sortNames: Record<Sort, string> = { newest: "Newest", thanked: "Most thanked" };

export default async function WhatHelped({ searchParams }: { searchParams: Promise<Query> }) {
  dependOn(tags.testimonials, tags.techniques);
  const query = await searchParams;
  const techniques = await listTechniques();
  const technique = techniques.find(({ slug }) => slug === one(query.technique));
  const filter = readFilter(one(query.among));
  const sort = sorts.find((known) => known === one(query.sort)) ?? "newest";
  const which = { techniqueId: technique?.id, filter };
  const [{ list, page }, numbers] = await Promise.all([
    openAnyList((place) => listTestimonials(pageAudience(), which, sort, place), query),
    getNumbers(technique?.id ?? null, filter),
  ]);
  const params = {
    technique: technique?.slug,
    among: writeFilter(filter) || undefined,
    sort: sort === "newest" ? undefined : sort,
  };
  return (
    <div className="frame">
      <div className="page-head">
        <h1>What helped</h1>
        <p className="lead">
          One person, one technique, what it did: help, no change or harm. Here is what they add up to, and each story
          on its own.
        </p>
        <p>
          <a className="button" href={`/write/testimonial${technique ? `?technique=${technique.slug}` : ""}`}>
            Tell what it did to you
          </a>
        </p>
      </div>
      <nav aria-label="Techniques">
        <ul className="tabs">
          {[undefined, ...techniques].map((each) => (
            <li key={each?.slug ?? ""}>
              <a
                href={addressOf({ ...params, technique: each?.slug })}
                aria-current={each?.slug === technique?.slug ? "page" : undefined}
              >
                {each?.name ?? "All"}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <FilterForm technique={technique?.slug} filter={filter} sort={params.sort} />
      {page === 1 && (
        <section aria-labelledby="numbers" className="stack">
          <h2 id="numbers">{numbersTitle(technique?.name, filter)}</h2>
          <FiguresSection figures={numbers.figures} />
          <SelfSelectionNote />
          {!technique && <p className="quiet">Added up from the techniques that have ten or more such reports each.</p>}
        </section>
      )}
      <section aria-labelledby="stories" className="threads-section">
        <h2 id="stories">Read them one by one</h2>
        <nav aria-label="Order">
          <ul className="tabs">
            {sorts.map((each) => (
              <li key={each}>
                <a
                  href={addressOf({ ...params, sort: each === "newest" ? undefined : each })}
                  aria-current={each === sort ? "page" : undefined}
                >
                  {sortNames[each]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {list.rows.length > 0 ? (
          <ThreadRows threads={list.rows} level={3} showTechnique={!technique} />
        ) : (
          <p className="note">Nobody has told anything of this kind yet. You could be the first.</p>
        )}
        <ListPages list={list} page={page} path="/what-helped" params={params} />
      </section>
    </div>
  );
}

function numbersTitle(technique: string | undefined, filter: Filter): string {
  const about = technique ? `What members report about ${lowered(technique)}` : "What members report";
  if (!filter) return about;
  const values: Record<string, string> = filterLabels[filter.name].values;
  return `${about}, among those who said “${values[filter.value]}”`;
}

const lowered = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

function addressOf(params: Record<string, string | undefined>): string {
  const query = new URLSearchParams(
    Object.entries(params).filter((each): each is [string, string] => Boolean(each[1])),
  );
  return query.size > 0 ? `/what-helped?${query}` : "/what-helped";
}
