CREATE SCHEMA "health";
--> statement-breakpoint
CREATE TYPE "public"."member_kind" AS ENUM('member', 'persona');--> statement-breakpoint
CREATE TYPE "public"."consent_act" AS ENUM('given', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."follow_up_time" AS ENUM('30_days', '90_days');--> statement-breakpoint
CREATE TYPE "public"."purpose" AS ENUM('shown', 'counted', 'quoted');--> statement-breakpoint
CREATE TYPE "public"."region" AS ENUM('head_only', 'neck_only', 'head_and_neck', 'elsewhere');--> statement-breakpoint
CREATE TYPE "public"."remind" AS ENUM('mail', 'here', 'none');--> statement-breakpoint
CREATE TABLE "identity"."personas" (
	"member_id" bigint PRIMARY KEY NOT NULL,
	"envelope" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "health"."consents" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "health"."consents_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"thread_id" bigint NOT NULL,
	"purpose" "purpose" NOT NULL,
	"act" "consent_act" NOT NULL,
	"version" integer NOT NULL,
	"wording" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "health"."counts" (
	"technique_id" bigint NOT NULL,
	"stage" text NOT NULL,
	"filter" text NOT NULL,
	"value" text NOT NULL,
	"question" text NOT NULL,
	"answer" text NOT NULL,
	"n" integer NOT NULL,
	CONSTRAINT "counts_technique_id_stage_filter_value_question_answer_pk" PRIMARY KEY("technique_id","stage","filter","value","question","answer")
);
--> statement-breakpoint
CREATE TABLE "health"."follow_ups" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "health"."follow_ups_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"thread_id" bigint NOT NULL,
	"after" "follow_up_time" NOT NULL,
	"effect" "effect" NOT NULL,
	"effect_days" "change",
	"effect_intensity" "change",
	"effect_length" "change",
	"function_after" integer,
	"relief" "relief",
	"unwanted" "unwanted"[] NOT NULL,
	"unwanted_text" text DEFAULT '' NOT NULL,
	"continuing" "continuing",
	"stopped_why" "stopped_why",
	"note" text DEFAULT '' NOT NULL,
	"note_html" text DEFAULT '' NOT NULL,
	"pipeline" integer NOT NULL,
	"told_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "follow_ups_one_each" UNIQUE("thread_id","after"),
	CONSTRAINT "follow_ups_unwanted_given" CHECK (cardinality("health"."follow_ups"."unwanted") >= 1 AND NOT ('none' = ANY("health"."follow_ups"."unwanted") AND cardinality("health"."follow_ups"."unwanted") > 1)),
	CONSTRAINT "follow_ups_unwanted_length" CHECK (char_length("health"."follow_ups"."unwanted_text") <= 300),
	CONSTRAINT "follow_ups_function_after" CHECK ("health"."follow_ups"."function_after" between 0 and 3),
	CONSTRAINT "follow_ups_stopped" CHECK ("health"."follow_ups"."stopped_why" IS NULL OR "health"."follow_ups"."continuing" = 'stopped'),
	CONSTRAINT "follow_ups_note_length" CHECK (char_length("health"."follow_ups"."note") <= 2000)
);
--> statement-breakpoint
CREATE TABLE "health"."quotes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "health"."quotes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"article_id" bigint NOT NULL,
	"testimonial_id" bigint NOT NULL,
	"passage" text NOT NULL,
	"approved_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"approved_by" bigint NOT NULL,
	CONSTRAINT "quotes_passage_length" CHECK (char_length("health"."quotes"."passage") between 1 and 1000)
);
--> statement-breakpoint
CREATE TABLE "health"."tallied" (
	"thread_id" bigint PRIMARY KEY NOT NULL,
	"technique_id" bigint NOT NULL,
	"filters" text[] NOT NULL,
	"first" text[] NOT NULL,
	"latest" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "health"."testimonials" (
	"thread_id" bigint PRIMARY KEY NOT NULL,
	"seal" text NOT NULL,
	"technique_id" bigint NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"standing" boolean DEFAULT true NOT NULL,
	"interest" boolean DEFAULT false NOT NULL,
	"given_by" "given_by" NOT NULL,
	"setting" "setting" NOT NULL,
	"areas" "area"[] NOT NULL,
	"region" "region" GENERATED ALWAYS AS (CASE WHEN areas && '{hands,feet,whole_body}'::area[] THEN 'elsewhere'::region
        WHEN areas && '{head,face,jaw}'::area[] AND areas && '{neck,shoulders,upper_back}'::area[] THEN 'head_and_neck'::region
        WHEN areas && '{head,face,jaw}'::area[] THEN 'head_only'::region
        WHEN areas && '{neck,shoulders,upper_back}'::area[] THEN 'neck_only'::region END) STORED,
	"pressure" "pressure",
	"session_minutes" integer,
	"frequency" "frequency",
	"weeks" integer,
	"expected" "expected",
	"effect" "effect" NOT NULL,
	"effect_days" "change",
	"effect_intensity" "change",
	"effect_length" "change",
	"function_before" integer,
	"function_after" integer,
	"relief" "relief",
	"unwanted" "unwanted"[] NOT NULL,
	"unwanted_text" text DEFAULT '' NOT NULL,
	"touch_painful" "touch_painful",
	"cost" "cost",
	"continuing" "continuing",
	"stopped_why" "stopped_why",
	"other_changes" "other_change"[] DEFAULT '{}' NOT NULL,
	"would_again" "would_again",
	"diagnosed" "diagnosed",
	"migraine_type" "migraine_type",
	"title" text DEFAULT '' NOT NULL,
	"tip" text DEFAULT '' NOT NULL,
	"story" text DEFAULT '' NOT NULL,
	"story_html" text DEFAULT '' NOT NULL,
	"pipeline" integer NOT NULL,
	"hidden_answers" "answer_field"[] DEFAULT '{}' NOT NULL,
	"remind" "remind" DEFAULT 'none' NOT NULL,
	"told_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"shown_at" timestamp (3) with time zone,
	"counted_at" timestamp (3) with time zone,
	"quoted_at" timestamp (3) with time zone,
	CONSTRAINT "testimonials_areas_given" CHECK (cardinality("health"."testimonials"."areas") <= 9),
	CONSTRAINT "testimonials_unwanted_given" CHECK (cardinality("health"."testimonials"."unwanted") >= 1 AND NOT ('none' = ANY("health"."testimonials"."unwanted") AND cardinality("health"."testimonials"."unwanted") > 1)),
	CONSTRAINT "testimonials_unwanted_length" CHECK (char_length("health"."testimonials"."unwanted_text") <= 300),
	CONSTRAINT "testimonials_function_after" CHECK ("health"."testimonials"."function_after" between 0 and 3),
	CONSTRAINT "testimonials_stopped" CHECK ("health"."testimonials"."stopped_why" IS NULL OR "health"."testimonials"."continuing" = 'stopped'),
	CONSTRAINT "testimonials_session" CHECK ("health"."testimonials"."session_minutes" between 1 and 180),
	CONSTRAINT "testimonials_weeks" CHECK ("health"."testimonials"."weeks" between 0 and 520),
	CONSTRAINT "testimonials_function" CHECK ("health"."testimonials"."function_before" between 0 and 3),
	CONSTRAINT "testimonials_title_length" CHECK (char_length("health"."testimonials"."title") <= 150),
	CONSTRAINT "testimonials_story_length" CHECK (char_length("health"."testimonials"."story") <= 5000),
	CONSTRAINT "testimonials_tip_length" CHECK (char_length("health"."testimonials"."tip") <= 600)
);
--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "kind" "member_kind" DEFAULT 'member' NOT NULL;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "suspicion" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "thanks_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "held_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "unshown_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "threads" drop column "visible";--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "visible" boolean GENERATED ALWAYS AS (hidden_at IS NULL AND removed_at IS NULL AND withdrawn_at IS NULL AND held_at IS NULL AND unshown_at IS NULL) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "threads_by_activity" ON "threads" USING btree ("last_activity_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE visible;--> statement-breakpoint
CREATE INDEX "threads_by_audience_activity" ON "threads" USING btree ("audience","last_activity_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE visible;--> statement-breakpoint
CREATE INDEX "threads_by_technique_activity" ON "threads" USING btree ("technique_id","last_activity_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE visible;--> statement-breakpoint
CREATE INDEX "threads_by_technique_kind_activity" ON "threads" USING btree ("technique_id","kind","last_activity_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE visible;--> statement-breakpoint
CREATE INDEX "threads_by_kind_published" ON "threads" USING btree ("kind","published_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE visible;--> statement-breakpoint
CREATE INDEX "threads_by_author_activity" ON "threads" USING btree ("author_id","last_activity_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE visible;--> statement-breakpoint
ALTER TABLE "health"."consents" ADD CONSTRAINT "consents_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "health"."follow_ups" ADD CONSTRAINT "follow_ups_thread_id_testimonials_thread_id_fk" FOREIGN KEY ("thread_id") REFERENCES "health"."testimonials"("thread_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "health"."quotes" ADD CONSTRAINT "quotes_article_id_threads_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "health"."quotes" ADD CONSTRAINT "quotes_testimonial_id_testimonials_thread_id_fk" FOREIGN KEY ("testimonial_id") REFERENCES "health"."testimonials"("thread_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "health"."quotes" ADD CONSTRAINT "quotes_approved_by_members_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "health"."testimonials" ADD CONSTRAINT "testimonials_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "health"."testimonials" ADD CONSTRAINT "testimonials_technique_id_techniques_id_fk" FOREIGN KEY ("technique_id") REFERENCES "public"."techniques"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consents_thread_id_id_index" ON "health"."consents" USING btree ("thread_id","id");--> statement-breakpoint
CREATE INDEX "quotes_article_id_index" ON "health"."quotes" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "quotes_testimonial_id_index" ON "health"."quotes" USING btree ("testimonial_id");--> statement-breakpoint
CREATE UNIQUE INDEX "testimonials_one_per_technique" ON "health"."testimonials" USING btree ("seal") WHERE withdrawn_at IS NULL;--> statement-breakpoint
CREATE INDEX "testimonials_by_technique" ON "health"."testimonials" USING btree ("technique_id");--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_persona_is_nobody" CHECK ("members"."kind" = 'member' OR ("members"."account_id" IS NULL AND "members"."role" = 'member' AND "members"."credential" IS NULL
        AND "members"."bio" = '' AND "members"."bio_html" = '' AND "members"."feed_seen_at" IS NULL AND "members"."feed_seen_before_at" IS NULL));--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_persona_handle" CHECK (("members"."kind" = 'persona') = starts_with("members"."handle", 'someone_'));--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_unshown_testimonial" CHECK ("threads"."unshown_at" IS NULL OR "threads"."kind" = 'testimonial');--> statement-breakpoint
-- The seal needs the secret of the settings, which a migration does not have: rows from before keep who told what in
-- plain numbers, which their thread shows anyway, and are found by these.
INSERT INTO "health"."testimonials" (thread_id, seal, technique_id, withdrawn_at, standing, given_by, setting, areas,
  pressure, session_minutes, frequency, weeks, expected, effect, effect_days, effect_intensity, effect_length,
  function_before, function_after, relief, unwanted, unwanted_text, touch_painful, cost, continuing, stopped_why,
  other_changes, would_again, diagnosed, migraine_type, tip, story, story_html, pipeline, hidden_answers, told_at,
  shown_at, counted_at)
SELECT s.thread_id, 'before:' || s.member_id || ':' || s.technique_id, s.technique_id, s.withdrawn_at,
  t.withdrawn_at IS NULL AND t.removed_at IS NULL AND t.hidden_at IS NULL, s.given_by, s.setting, s.areas,
  s.pressure, s.session_minutes, s.frequency, s.weeks, s.expected, s.effect, s.effect_days, s.effect_intensity,
  s.effect_length, s.function_before, s.function_after, s.relief, s.unwanted, s.unwanted_text, s.touch_painful, s.cost,
  s.continuing, s.stopped_why, s.other_changes, s.would_again, s.diagnosed, s.migraine_type, s.tip, s.story,
  s.story_html, s.pipeline, s.hidden_answers, t.created_at, s.shown_consent_at, s.counted_consent_at
FROM "testimonials" s JOIN "threads" t ON t.id = s.thread_id;--> statement-breakpoint
INSERT INTO "health"."consents" (thread_id, purpose, act, version, wording, at)
SELECT thread_id, 'shown'::purpose, 'given'::consent_act, 0, 'Yes, show my answers and my story under my handle', shown_at
FROM "health"."testimonials"
UNION ALL
SELECT thread_id, 'counted'::purpose, 'given'::consent_act, 0, 'Yes, count my answers, without my name, in the sums that everybody sees', counted_at
FROM "health"."testimonials" WHERE counted_at IS NOT NULL;--> statement-breakpoint
UPDATE "health"."testimonials" h SET title = t.title FROM "threads" t WHERE t.id = h.thread_id;--> statement-breakpoint
DROP TABLE "testimonials";--> statement-breakpoint
UPDATE "threads" t SET thanks_count = r.n FROM (
  SELECT thread_id, count(*) AS n FROM "reactions" WHERE position = 0 AND kind = 'thanks' GROUP BY thread_id) r
WHERE r.thread_id = t.id;
