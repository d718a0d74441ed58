import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { openList } from "@/app/_shared/list";
import { MuteButton } from "@/components/blocks/mute-button";
import { FollowButton } from "@/components/follows/follow-button";
import { FiguresSection } from "@/components/insights/figures-section";
import { FilterForm } from "@/components/insights/filter-form";
import { SelfSelectionNote } from "@/components/insights/self-selection-note";
import { SafetyCard } from "@/components/techniques/safety-card";
import { StudyList } from "@/components/techniques/study-list";
import { KindTabs } from "@/components/threads/kind-tabs";
import { ListPages } from "@/components/threads/list-pages";
import { ThreadRows } from "@/components/threads/thread-rows";
import { Words } from "@/components/ui/words";
import { besideEvidence, getNumbers } from "@/lib/insights/queries";
import { one } from "@/lib/platform/params";
import { tags } from "@/lib/platform/tags";
import { aboutPage, dependOn } from "@/lib/serving/context";
import { getTechnique, listStudiesOf } from "@/lib/techniques/queries";
import { threadKinds } from "@/lib/threads/schema";

type Query = { kind?: string | string[]; page?: string | string[]; before?: string | string[] };
type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Query> };

/** Help and harm stand beside the evidence; the rest is one press away. */
const atOnce = ["effect", "unwanted"];

const find = cache(getTechnique);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const technique = await find((await params).slug);
  if (!technique) return {};
  const path = `/techniques/${technique.slug}`;
  return {
    title: technique.name,
    description: technique.summary,
    alternates: { canonical: path, types: { "application/atom+xml": `${path}/feed.xml` } },
  };
}

export default async function TechniquePage({ params, searchParams }: Props) {
  const technique = await find((await params).slug);
  if (!technique) notFound();
  dependOn(tags.technique(technique.id), tags.threadsOfTechnique(technique.id));
  aboutPage({ kind: "technique", id: technique.id });
  const query = await searchParams;
  const kind = threadKinds.find((known) => known === one(query.kind));
  const [{ list, page }, studies, numbers] = await Promise.all([
    openList({ techniqueId: technique.id, kind }, query),
    listStudiesOf(technique.id),
    getNumbers(technique.id, null),
  ]);
  const path = `/techniques/${technique.slug}`;
  return (
    <div className="frame">
      <header className="page-head">
        <h1>{technique.name}</h1>
        <p className="lead">{technique.summary}</p>
        <div className="row">
          <a className="button" href={`/write?technique=${technique.slug}`}>
            Write about it
          </a>
          <FollowButton
            subject={{ kind: "technique", id: technique.id }}
            name={technique.name}
            watched="Be told of each new thread"
            look="button button-quiet"
          />
          <MuteButton
            subject={{ kind: "technique", id: technique.id }}
            name={technique.name}
            look="button button-quiet"
          />
          <a className="button button-plain" href="#threads">
            What members say
          </a>
        </div>
      </header>
      <div className="stack">
        <SafetyCard askFirstHtml={technique.askFirstHtml} />
        <section aria-labelledby="about">
          <h2 id="about">What it is</h2>
          <Words html={technique.aboutHtml} />
        </section>
      </div>
      <div className="beside">
        <section aria-labelledby="evidence">
          <h2 id="evidence">What trials say</h2>
          <Words html={technique.evidenceHtml} />
          <StudyList studies={studies} />
        </section>
        <section aria-labelledby="reported">
          <h2 id="reported">What members report</h2>
          <FiguresSection figures={numbers.figures.filter(({ id }) => atOnce.includes(id))} />
          <SelfSelectionNote />
        </section>
        <p className="beside-sentence">{besideEvidence(technique.name, studies, numbers.effect)}</p>
      </div>
      <section aria-label="More of what members report" className="stack">
        <details className="fold">
          <summary>More of what members report: days, strength, relief, who stopped</summary>
          <div className="fold-body">
            <FiguresSection figures={numbers.figures.filter(({ id }) => !atOnce.includes(id))} />
          </div>
        </details>
        <FilterForm technique={technique.slug} filter={null} sort={undefined} />
      </section>
      <section id="threads" aria-labelledby="threads-title" className="stack threads-section">
        <h2 id="threads-title">What members say</h2>
        <KindTabs path={path} current={kind} />
        {list.rows.length > 0 ? (
          <ThreadRows threads={list.rows} level={3} showTechnique={false} />
        ) : (
          <p className="note">Nobody has written anything of this kind yet. You could be the first.</p>
        )}
        <ListPages list={list} page={page} path={path} params={{ kind }} />
      </section>
    </div>
  );
}
