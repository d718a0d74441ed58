import { eq, sql } from "drizzle-orm";
import type { Database, Transaction } from "../client";
import { allowedHosts, decisionTemplates, studies, techniqueAliases, techniques, techniqueStudies } from "../schema";
import { renderMarkdown } from "@/lib/platform/markdown";
import { templateSchema } from "@/lib/moderation/schema-staff";
import { readStudies, readTechniques, readTemplates, type ReferenceStudy, type ReferenceTechnique } from "./files";

/** Where studies, and what health services say, are found. */
const hosts = ["doi.org", "ncbi.nlm.nih.gov", "nih.gov", "nhs.uk", "who.int"];

/** Brings techniques, studies and hosts to what the files say, and adds the first texts for moderators. Running it again changes nothing else. */
export async function fillReference(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    for (const study of readStudies()) {
      const row = studyRow(study);
      await tx.insert(studies).values(row).onConflictDoUpdate({ target: studies.id, set: row });
    }
    for (const technique of readTechniques()) {
      const row = techniqueRow(technique);
      const [kept] = await tx
        .insert(techniques)
        .values(row)
        // What staff changed since stays as they left it.
        .onConflictDoUpdate({ target: techniques.slug, set: { slug: sql`excluded.slug` } })
        .returning({ id: techniques.id });
      if (!kept) throw new Error(`no technique ${technique.slug}`);
      await tx.delete(techniqueStudies).where(eq(techniqueStudies.techniqueId, kept.id));
      await tx.insert(techniqueStudies).values(
        technique.studies.map((studyId, position) => ({ techniqueId: kept.id, studyId, position: position + 1 })),
      );
      for (const alias of technique.aliases) {
        await tx.insert(techniqueAliases).values({ alias: alias.toLowerCase(), techniqueId: kept.id }).onConflictDoNothing();
      }
    }
    for (const host of hosts) {
      // One that staff removed stays removed.
      await tx.execute(sql`
        INSERT INTO ${allowedHosts} (host) SELECT ${host}
        WHERE NOT EXISTS (SELECT FROM audit_log WHERE act = 'host_removed' AND subject = ${`host:${host}`})
        ON CONFLICT DO NOTHING`);
    }
    await addFirstTemplates(tx);
  });
}

/** Once: afterwards staff keep them, and what they retired stays retired. */
async function addFirstTemplates(tx: Transaction): Promise<void> {
  if ((await tx.$count(decisionTemplates)) > 0) return;
  const texts = readTemplates().map((text, index) => {
    const { name, kind, rule, body } = templateSchema.parse({ ...text, key: "" });
    return { name, kind, rule, body, position: index + 1 };
  });
  await tx.insert(decisionTemplates).values(texts).onConflictDoNothing();
}

function studyRow({ doi, pmc, participants, ...study }: ReferenceStudy) {
  const url = doi ? `https://doi.org/${doi}` : pmc ? `https://www.ncbi.nlm.nih.gov/pmc/articles/${pmc}/` : null;
  return { ...study, participants: participants ?? null, url };
}

function techniqueRow({ slug, name, summary, about, ask_first: askFirst, evidence, studies: cited, position }: ReferenceTechnique) {
  return {
    slug,
    name,
    summary,
    position,
    about,
    aboutHtml: renderMarkdown(about),
    askFirst,
    askFirstHtml: renderMarkdown(askFirst),
    evidence,
    evidenceHtml: renderMarkdown(evidence, { citations: cited }),
  };
}
