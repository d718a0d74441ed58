import { sql } from "drizzle-orm";
import { check, integer, pgEnum, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { createdAt, id, reference } from "../columns";

export const techniques = pgTable(
  "techniques",
  {
    id: id(),
    slug: text("slug").notNull().unique(),
    name: text("name").notNull(),
    summary: text("summary").notNull(),
    about: text("about").notNull(),
    aboutHtml: text("about_html").notNull(),
    askFirst: text("ask_first").notNull(),
    askFirstHtml: text("ask_first_html").notNull(),
    evidence: text("evidence").notNull(),
    evidenceHtml: text("evidence_html").notNull(),
    position: integer("position").notNull(),
    createdAt: createdAt(),
  },
  (table) => [check("techniques_slug_shape", sql`${table.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)],
);

/** Other words that people use for a technique. Lower case. */
export const techniqueAliases = pgTable("technique_aliases", {
  alias: text("alias").primaryKey(),
  techniqueId: reference("technique_id")
    .notNull()
    .references(() => techniques.id, { onDelete: "cascade" }),
});

export const certaintyEnum = pgEnum("certainty", ["high", "moderate", "low", "very_low", "not_rated"]);
export const directionEnum = pgEnum("direction", ["helped", "mixed", "no_difference", "not_about_effect"]);

/** A study card: what a paper found, with its limits. The id is the short name that texts cite. */
export const studies = pgTable("studies", {
  id: text("id").primaryKey(),
  citation: text("citation").notNull(),
  url: text("url"),
  design: text("design").notNull(),
  participants: integer("participants"),
  found: text("found").notNull(),
  limits: text("limits").notNull(),
  certainty: certaintyEnum("certainty").notNull(),
  direction: directionEnum("direction").notNull(),
});

export const techniqueStudies = pgTable(
  "technique_studies",
  {
    techniqueId: reference("technique_id")
      .notNull()
      .references(() => techniques.id, { onDelete: "cascade" }),
    studyId: text("study_id")
      .notNull()
      .references(() => studies.id),
    position: integer("position").notNull(),
  },
  (table) => [primaryKey({ columns: [table.techniqueId, table.studyId] })],
);
