import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { AppealOutcome, Measure, Penalty, Rule } from "@/lib/moderation/schema";

const here = import.meta.dirname;

export type SampleComment = { author: string; after: string; to?: number; body: string };

type Sample = {
  author: string;
  days_ago: number;
  title: string;
  audience?: "public" | "members";
  technique?: string;
  comments?: SampleComment[];
};

export type SamplePost = Sample & {
  key: string;
  kind: "question" | "experience" | "advice";
  technique: string;
  body: string;
  locked_after?: string;
};

export type SampleFollowUp = { after: string; note?: string } & Record<string, unknown>;

export type SampleTestimonial = Sample & { technique: string; story?: string; later?: SampleFollowUp[] } & Record<
    string,
    unknown
  >;

export type SampleArticle = Sample & {
  slug: string;
  reviewer: string;
  reviewed_on: string;
  sources: string[];
  excerpt: string;
  /** Words of a testimonial whose author lets them be quoted. */
  quote?: { technique: string; from: string; passage: string };
  body: string;
};

export type SampleMember = {
  handle: string;
  role: "member" | "provider" | "editor" | "moderator" | "admin";
  joined_days_ago: number;
  credential?: string;
  bio?: string;
};

export type SampleReport = {
  on: { post: string; comment?: number };
  by: string;
  reason: string;
  note: string;
  days_ago: number;
};

export type SampleDecided = SampleReport & {
  decided: { by: string; measure?: Measure; penalty?: Penalty; rule: Rule; reason: string };
  objection?: {
    of: "author" | "reporter";
    body: string;
    answered?: { by: string; outcome: AppealOutcome; answer: string };
  };
};

export type ReferenceTechnique = {
  slug: string;
  name: string;
  aliases: string[];
  summary: string;
  about: string;
  ask_first: string;
  evidence: string;
  studies: string[];
  position: number;
};

export type ReferenceTemplate = { name: string; kind: string; rule: string; body: string };

export type ReferenceStudy = {
  id: string;
  citation: string;
  doi?: string;
  pmc?: string;
  design: string;
  participants?: number;
  found: string;
  limits: string;
  certainty: "high" | "moderate" | "low" | "very_low" | "not_rated";
  direction: "helped" | "mixed" | "no_difference" | "not_about_effect";
};

function read<T>(...path: string[]): T {
  return parse(readFileSync(join(here, ...path), "utf8")) as T;
}

function each<T>(folder: string, ending: string, take: (text: string, name: string) => T): T[] {
  return readdirSync(join(here, folder))
    .filter((file) => file.endsWith(ending))
    .sort()
    .map((file) => take(readFileSync(join(here, folder, file), "utf8"), file.slice(0, -ending.length)));
}

export const readTechniques = () => read<ReferenceTechnique[]>("..", "reference", "techniques.yaml");
export const readStudies = () => read<ReferenceStudy[]>("..", "reference", "studies.yaml");
export const readTemplates = () => read<ReferenceTemplate[]>("..", "reference", "templates.yaml");
export const readMembers = () => read<SampleMember[]>("members.yaml");
export const readDecided = () => read<SampleDecided[]>("decided.yaml");
export const readReports = () => read<SampleReport[]>("reports.yaml");
export const readPosts = () => each("posts", ".yaml", (text) => parse(text) as SamplePost[]).flat();

/** A file of testimonials is named after its technique. */
export const readTestimonials = () =>
  each("testimonials", ".yaml", (text, technique) =>
    (parse(text) as Omit<SampleTestimonial, "technique">[]).map((told) => ({ ...told, technique }) as SampleTestimonial),
  ).flat();

/** An article is Markdown below a head of YAML. */
export const readArticles = () =>
  each("articles", ".md", (text) => {
    const [, head = "", body = ""] = text.match(/^---\n([\s\S]*?)\n---\n([\s\S]*)$/) ?? [];
    return { ...(parse(head) as Omit<SampleArticle, "body">), body: body.trim() };
  });

/** Milliseconds of "14m", "2h" or "3d". */
export function durationMs(text: string): number {
  const [, count, unit] = text.match(/^([\d.]+)([mhd])$/) ?? [];
  if (!count || !unit) throw new Error(`not a duration: ${text}`);
  return Number(count) * { m: 60_000, h: 3_600_000, d: 86_400_000 }[unit as "m" | "h" | "d"];
}
