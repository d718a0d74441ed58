import type { Metadata } from "next";
import { openList } from "@/app/_shared/list";
import { ListPages } from "@/components/threads/list-pages";
import { ThreadRows } from "@/components/threads/thread-rows";
import { one } from "@/lib/platform/params";
import { tags } from "@/lib/platform/tags";
import { dependOn } from "@/lib/serving/context";
import { listTechniques } from "@/lib/techniques/queries";

export const metadata: Metadata = {
  title: "What helped",
  description: "People with migraine tell what a massage technique did to them: help, no change, harm.",
  alternates: { canonical: "/what-helped" },
};

type Query = { technique?: string | string[]; page?: string | string[]; before?: string | string[] };

export default async function WhatHelped({ searchParams }: { searchParams: Promise<Query> }) {
  dependOn(tags.testimonials, tags.techniques);
  const query = await searchParams;
  const techniques = await listTechniques();
  const technique = techniques.find(({ slug }) => slug === one(query.technique));
  const { list, page } = await openList({ kind: "testimonial", techniqueId: technique?.id }, query);
  return (
    <div className="frame">
      <div className="page-head">
        <h1>What helped</h1>
        <p className="lead">
          One person, one technique, what it did: help, no change or harm. Each is one story, and nobody knows yet
          whether it would be yours.
        </p>
        <p>
          <a className="button" href={`/write/testimonial${technique ? `?technique=${technique.slug}` : ""}`}>
            Tell what it did to you
          </a>
        </p>
      </div>
      <nav aria-label="Techniques">
        <ul className="tabs">
          <li>
            <a href="/what-helped" aria-current={technique ? undefined : "page"}>
              All
            </a>
          </li>
          {techniques.map(({ slug, name }) => (
            <li key={slug}>
              <a href={`/what-helped?technique=${slug}`} aria-current={slug === technique?.slug ? "page" : undefined}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {list.rows.length > 0 ? (
        <ThreadRows threads={list.rows} showTechnique={!technique} />
      ) : (
        <p className="note">Nobody has told about this technique yet. You could be the first.</p>
      )}
      <ListPages list={list} page={page} path="/what-helped" params={{ technique: technique?.slug }} />
    </div>
  );
}
