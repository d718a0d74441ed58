import { asc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { studies, techniques, techniqueStudies } from "@/db/schema";

export type TechniqueCard = { id: number; slug: string; name: string; summary: string };

const listQuery = db
  .select({ id: techniques.id, slug: techniques.slug, name: techniques.name, summary: techniques.summary })
  .from(techniques)
  .orderBy(asc(techniques.position))
  .prepare("list_techniques");

export async function listTechniques(): Promise<TechniqueCard[]> {
  return listQuery.execute();
}

export type Technique = TechniqueCard & { aboutHtml: string; askFirstHtml: string; evidenceHtml: string };

const oneQuery = db
  .select({
    id: techniques.id,
    slug: techniques.slug,
    name: techniques.name,
    summary: techniques.summary,
    aboutHtml: techniques.aboutHtml,
    askFirstHtml: techniques.askFirstHtml,
    evidenceHtml: techniques.evidenceHtml,
  })
  .from(techniques)
  .where(eq(techniques.slug, sql.placeholder("slug")))
  .prepare("get_technique");

export async function getTechnique(slug: string): Promise<Technique | null> {
  const [technique] = await oneQuery.execute({ slug });
  return technique ?? null;
}

/** What a paper found, with its limits. */
export type Study = typeof studies.$inferSelect;

/** The studies behind a technique's evidence, in the order of their numbers in the text. */
export async function listStudiesOf(techniqueId: number): Promise<Study[]> {
  const rows = await db
    .select({ study: studies })
    .from(techniqueStudies)
    .innerJoin(studies, eq(studies.id, techniqueStudies.studyId))
    .where(eq(techniqueStudies.techniqueId, techniqueId))
    .orderBy(asc(techniqueStudies.position));
  return rows.map((row) => row.study);
}

export type StudyCard = Pick<Study, "id" | "citation" | "certainty">;

/** Every study card, by its short name: what an editor may cite. */
export async function listStudies(): Promise<StudyCard[]> {
  return db
    .select({ id: studies.id, citation: studies.citation, certainty: studies.certainty })
    .from(studies)
    .orderBy(asc(studies.id));
}
