CREATE EXTENSION IF NOT EXISTS citext;--> statement-breakpoint
CREATE SCHEMA "identity";
--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('member', 'provider', 'editor', 'moderator', 'admin');--> statement-breakpoint
CREATE TYPE "public"."decision_kind" AS ENUM('dismiss', 'hide', 'remove', 'restore', 'lock', 'unlock');--> statement-breakpoint
CREATE TYPE "public"."report_reason" AS ENUM('worried_about_person', 'unsafe_advice', 'promotion', 'harassment', 'private_details', 'spam', 'off_topic', 'other');--> statement-breakpoint
CREATE TYPE "public"."rule" AS ENUM('safety', 'kindness', 'privacy', 'honesty', 'promotion', 'on_topic', 'law', 'none');--> statement-breakpoint
CREATE TYPE "public"."reaction_kind" AS ENUM('thanks', 'same', 'hug');--> statement-breakpoint
CREATE TYPE "public"."certainty" AS ENUM('high', 'moderate', 'low', 'very_low', 'not_rated');--> statement-breakpoint
CREATE TYPE "public"."direction" AS ENUM('helped', 'mixed', 'no_difference', 'not_about_effect');--> statement-breakpoint
CREATE TYPE "public"."answer_field" AS ENUM('expected', 'pressure', 'session', 'frequency', 'effects', 'function', 'relief', 'touch_painful', 'cost', 'continuing', 'other_changes', 'diagnosed', 'migraine_type');--> statement-breakpoint
CREATE TYPE "public"."area" AS ENUM('head', 'face', 'jaw', 'neck', 'shoulders', 'upper_back', 'hands', 'feet', 'whole_body');--> statement-breakpoint
CREATE TYPE "public"."change" AS ENUM('better', 'no_change', 'worse', 'cannot_tell');--> statement-breakpoint
CREATE TYPE "public"."continuing" AS ENUM('yes', 'stopped');--> statement-breakpoint
CREATE TYPE "public"."cost" AS ENUM('free', 'under_25', '25_60', '60_100', 'over_100');--> statement-breakpoint
CREATE TYPE "public"."diagnosed" AS ENUM('yes_by_clinician', 'no', 'unsure');--> statement-breakpoint
CREATE TYPE "public"."effect" AS ENUM('helped_a_lot', 'helped_a_little', 'no_change', 'made_it_worse', 'cannot_tell');--> statement-breakpoint
CREATE TYPE "public"."expected" AS ENUM('yes', 'perhaps', 'no', 'did_not_think');--> statement-breakpoint
CREATE TYPE "public"."frequency" AS ENUM('once', 'less_than_monthly', 'monthly', 'every_two_weeks', 'weekly', 'several_a_week', 'daily');--> statement-breakpoint
CREATE TYPE "public"."given_by" AS ENUM('licensed_therapist', 'physiotherapist', 'partner', 'self', 'device');--> statement-breakpoint
CREATE TYPE "public"."migraine_type" AS ENUM('without_aura', 'with_aura', 'chronic', 'vestibular', 'hemiplegic', 'other', 'unsure');--> statement-breakpoint
CREATE TYPE "public"."other_change" AS ENUM('new_medicine', 'sleep', 'season', 'other');--> statement-breakpoint
CREATE TYPE "public"."pressure" AS ENUM('very_light', 'light', 'medium', 'firm', 'very_firm');--> statement-breakpoint
CREATE TYPE "public"."relief" AS ENUM('no_relief', 'under_2_hours', 'same_day', 'a_few_days', 'a_week_or_more');--> statement-breakpoint
CREATE TYPE "public"."setting" AS ENUM('before_attack', 'during_attack', 'after_attack', 'between_attacks', 'prevention');--> statement-breakpoint
CREATE TYPE "public"."stopped_why" AS ENUM('did_not_help', 'made_worse', 'cost', 'access', 'time', 'told_to_stop', 'no_longer_needed');--> statement-breakpoint
CREATE TYPE "public"."touch_painful" AS ENUM('yes', 'sometimes', 'no', 'cannot_tell');--> statement-breakpoint
CREATE TYPE "public"."unwanted" AS ENUM('none', 'sore', 'triggered_attack', 'other');--> statement-breakpoint
CREATE TYPE "public"."would_again" AS ENUM('yes', 'perhaps', 'no');--> statement-breakpoint
CREATE TYPE "public"."audience" AS ENUM('public', 'members');--> statement-breakpoint
CREATE TYPE "public"."thread_kind" AS ENUM('question', 'experience', 'advice', 'testimonial', 'article');--> statement-breakpoint
CREATE TABLE "article_studies" (
	"thread_id" bigint NOT NULL,
	"study_id" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "article_studies_thread_id_study_id_pk" PRIMARY KEY("thread_id","study_id")
);
--> statement-breakpoint
CREATE TABLE "articles" (
	"thread_id" bigint PRIMARY KEY NOT NULL,
	"body" text NOT NULL,
	"body_html" text NOT NULL,
	"pipeline" integer NOT NULL,
	"reviewer" text NOT NULL,
	"reviewed_on" date NOT NULL,
	CONSTRAINT "articles_body_length" CHECK (char_length("articles"."body") <= 60000)
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "comments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"thread_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"author_id" bigint NOT NULL,
	"reply_to_position" integer,
	"body" text NOT NULL,
	"body_html" text NOT NULL,
	"pipeline" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"hidden_at" timestamp (3) with time zone,
	"hidden_by" bigint,
	"removed_at" timestamp (3) with time zone,
	"removed_by" bigint,
	"withdrawn_at" timestamp (3) with time zone,
	"visible" boolean GENERATED ALWAYS AS (hidden_at IS NULL AND removed_at IS NULL AND withdrawn_at IS NULL) STORED NOT NULL,
	"idempotency_key" text,
	CONSTRAINT "comments_position" UNIQUE("thread_id","position"),
	CONSTRAINT "comments_reply_before" CHECK ("comments"."reply_to_position" < "comments"."position"),
	CONSTRAINT "comments_body_length" CHECK (char_length("comments"."body") <= 10000),
	CONSTRAINT "comments_hidden_has_author" CHECK (("comments"."hidden_at" IS NULL) = ("comments"."hidden_by" IS NULL)),
	CONSTRAINT "comments_removed_has_author" CHECK (("comments"."removed_at" IS NULL) = ("comments"."removed_by" IS NULL))
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"actor_id" bigint,
	"thread_id" bigint,
	"detail" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "follows" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "follows_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"follower_id" bigint NOT NULL,
	"technique_id" bigint,
	"thread_id" bigint,
	"member_id" bigint,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "follows_one_subject" CHECK (num_nonnulls("follows"."technique_id", "follows"."thread_id", "follows"."member_id") = 1),
	CONSTRAINT "follows_not_self" CHECK ("follows"."member_id" IS DISTINCT FROM "follows"."follower_id")
);
--> statement-breakpoint
CREATE TABLE "identity"."accounts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "identity"."accounts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"email" "citext" NOT NULL,
	"name" text NOT NULL,
	"email_verified_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accounts_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "identity"."demo_mails" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "identity"."demo_mails_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"sent_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity"."rate_windows" (
	"key" text PRIMARY KEY NOT NULL,
	"used" bigint NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity"."sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"account_id" bigint NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"staff_seen_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "identity"."sign_in_tokens" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"email" "citext" NOT NULL,
	"name" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "members" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "members_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"account_id" bigint,
	"handle" text NOT NULL,
	"handle_skeleton" text NOT NULL,
	"role" "role" DEFAULT 'member' NOT NULL,
	"credential" text,
	"bio" text DEFAULT '' NOT NULL,
	"bio_html" text DEFAULT '' NOT NULL,
	"joined_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"feed_seen_at" timestamp (3) with time zone,
	"feed_seen_before_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "members_account_id_unique" UNIQUE("account_id"),
	CONSTRAINT "members_handle_unique" UNIQUE("handle"),
	CONSTRAINT "members_handle_shape" CHECK ("members"."handle" ~ '^[a-z0-9_]{3,24}$'),
	CONSTRAINT "members_bio_length" CHECK (char_length("members"."bio") <= 500)
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"actor_id" bigint NOT NULL,
	"act" text NOT NULL,
	"subject" text NOT NULL,
	"detail" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "cases_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"thread_id" bigint NOT NULL,
	"comment_id" bigint,
	"reason" "report_reason" NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"opened_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"report_count" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "decisions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"case_id" bigint NOT NULL,
	"moderator_id" bigint NOT NULL,
	"kind" "decision_kind" NOT NULL,
	"rule" "rule" NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "decisions_reason_given" CHECK (char_length(btrim("decisions"."reason")) between 10 and 2000)
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "reports_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"case_id" bigint NOT NULL,
	"reporter_id" bigint NOT NULL,
	"reason" "report_reason" NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reports_note_length" CHECK (char_length("reports"."note") <= 1000)
);
--> statement-breakpoint
CREATE TABLE "statements" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "statements_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"decision_id" bigint NOT NULL,
	"member_id" bigint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp (3) with time zone,
	CONSTRAINT "statements_decision_id_unique" UNIQUE("decision_id")
);
--> statement-breakpoint
CREATE TABLE "posts" (
	"thread_id" bigint PRIMARY KEY NOT NULL,
	"body" text NOT NULL,
	"body_html" text NOT NULL,
	"pipeline" integer NOT NULL,
	CONSTRAINT "posts_body_length" CHECK (char_length("posts"."body") <= 20000)
);
--> statement-breakpoint
CREATE TABLE "revisions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "revisions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"thread_id" bigint,
	"comment_id" bigint,
	"edited_by" bigint NOT NULL,
	"title" text,
	"body" text NOT NULL,
	"body_html" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "revisions_one_subject" CHECK (num_nonnulls("revisions"."thread_id", "revisions"."comment_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "reactions" (
	"member_id" bigint NOT NULL,
	"thread_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"kind" "reaction_kind" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reactions_member_id_thread_id_position_pk" PRIMARY KEY("member_id","thread_id","position"),
	CONSTRAINT "reactions_position" CHECK ("reactions"."position" >= 0)
);
--> statement-breakpoint
CREATE TABLE "site" (
	"one" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	CONSTRAINT "site_one_row" CHECK ("site"."one" = 1)
);
--> statement-breakpoint
CREATE TABLE "studies" (
	"id" text PRIMARY KEY NOT NULL,
	"citation" text NOT NULL,
	"url" text,
	"design" text NOT NULL,
	"participants" integer,
	"found" text NOT NULL,
	"limits" text NOT NULL,
	"certainty" "certainty" NOT NULL,
	"direction" "direction" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "technique_aliases" (
	"alias" text PRIMARY KEY NOT NULL,
	"technique_id" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "technique_studies" (
	"technique_id" bigint NOT NULL,
	"study_id" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "technique_studies_technique_id_study_id_pk" PRIMARY KEY("technique_id","study_id")
);
--> statement-breakpoint
CREATE TABLE "techniques" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "techniques_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"summary" text NOT NULL,
	"about" text NOT NULL,
	"about_html" text NOT NULL,
	"ask_first" text NOT NULL,
	"ask_first_html" text NOT NULL,
	"evidence" text NOT NULL,
	"evidence_html" text NOT NULL,
	"position" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "techniques_slug_unique" UNIQUE("slug"),
	CONSTRAINT "techniques_slug_shape" CHECK ("techniques"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);
--> statement-breakpoint
CREATE TABLE "testimonials" (
	"thread_id" bigint PRIMARY KEY NOT NULL,
	"member_id" bigint NOT NULL,
	"technique_id" bigint NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"given_by" "given_by" NOT NULL,
	"setting" "setting" NOT NULL,
	"areas" "area"[] NOT NULL,
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
	"tip" text DEFAULT '' NOT NULL,
	"story" text DEFAULT '' NOT NULL,
	"story_html" text DEFAULT '' NOT NULL,
	"pipeline" integer NOT NULL,
	"hidden_answers" "answer_field"[] DEFAULT '{}' NOT NULL,
	"shown_consent_at" timestamp (3) with time zone NOT NULL,
	"counted_consent_at" timestamp (3) with time zone,
	CONSTRAINT "testimonials_areas_given" CHECK (cardinality("testimonials"."areas") between 1 and 9),
	CONSTRAINT "testimonials_unwanted_given" CHECK (cardinality("testimonials"."unwanted") >= 1 AND NOT ('none' = ANY("testimonials"."unwanted") AND cardinality("testimonials"."unwanted") > 1)),
	CONSTRAINT "testimonials_session" CHECK ("testimonials"."session_minutes" between 1 and 180),
	CONSTRAINT "testimonials_weeks" CHECK ("testimonials"."weeks" between 0 and 520),
	CONSTRAINT "testimonials_function" CHECK ("testimonials"."function_before" between 0 and 3 AND "testimonials"."function_after" between 0 and 3),
	CONSTRAINT "testimonials_stopped" CHECK ("testimonials"."stopped_why" IS NULL OR "testimonials"."continuing" = 'stopped'),
	CONSTRAINT "testimonials_story_length" CHECK (char_length("testimonials"."story") <= 5000),
	CONSTRAINT "testimonials_tip_length" CHECK (char_length("testimonials"."tip") <= 600),
	CONSTRAINT "testimonials_unwanted_length" CHECK (char_length("testimonials"."unwanted_text") <= 300)
);
--> statement-breakpoint
CREATE TABLE "threads" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "threads_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" "thread_kind" NOT NULL,
	"audience" "audience" NOT NULL,
	"technique_id" bigint,
	"author_id" bigint NOT NULL,
	"title" text NOT NULL,
	"slug" text NOT NULL,
	"excerpt" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"published_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_activity_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_position" integer DEFAULT 0 NOT NULL,
	"comment_count" integer DEFAULT 0 NOT NULL,
	"locked_at" timestamp (3) with time zone,
	"locked_by" bigint,
	"hidden_at" timestamp (3) with time zone,
	"hidden_by" bigint,
	"removed_at" timestamp (3) with time zone,
	"removed_by" bigint,
	"withdrawn_at" timestamp (3) with time zone,
	"visible" boolean GENERATED ALWAYS AS (hidden_at IS NULL AND removed_at IS NULL AND withdrawn_at IS NULL) STORED NOT NULL,
	"idempotency_key" text,
	CONSTRAINT "threads_title_length" CHECK (char_length("threads"."title") between 1 and 150),
	CONSTRAINT "threads_technique_given" CHECK ("threads"."technique_id" IS NOT NULL OR "threads"."kind" = 'article'),
	CONSTRAINT "threads_lock_has_author" CHECK (("threads"."locked_at" IS NULL) = ("threads"."locked_by" IS NULL)),
	CONSTRAINT "threads_hidden_has_author" CHECK (("threads"."hidden_at" IS NULL) = ("threads"."hidden_by" IS NULL)),
	CONSTRAINT "threads_removed_has_author" CHECK (("threads"."removed_at" IS NULL) = ("threads"."removed_by" IS NULL)),
	CONSTRAINT "threads_counts" CHECK ("threads"."comment_count" between 0 and "threads"."last_position")
);
--> statement-breakpoint
ALTER TABLE "article_studies" ADD CONSTRAINT "article_studies_thread_id_articles_thread_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."articles"("thread_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_studies" ADD CONSTRAINT "article_studies_study_id_studies_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."studies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_author_id_members_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_hidden_by_members_id_fk" FOREIGN KEY ("hidden_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_removed_by_members_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_reply_in_thread" FOREIGN KEY ("thread_id","reply_to_position") REFERENCES "public"."comments"("thread_id","position") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_actor_id_members_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_follower_id_members_id_fk" FOREIGN KEY ("follower_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_technique_id_techniques_id_fk" FOREIGN KEY ("technique_id") REFERENCES "public"."techniques"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "identity"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "identity"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_moderator_id_members_id_fk" FOREIGN KEY ("moderator_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_reporter_id_members_id_fk" FOREIGN KEY ("reporter_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_edited_by_members_id_fk" FOREIGN KEY ("edited_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reactions" ADD CONSTRAINT "reactions_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reactions" ADD CONSTRAINT "reactions_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "technique_aliases" ADD CONSTRAINT "technique_aliases_technique_id_techniques_id_fk" FOREIGN KEY ("technique_id") REFERENCES "public"."techniques"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "technique_studies" ADD CONSTRAINT "technique_studies_technique_id_techniques_id_fk" FOREIGN KEY ("technique_id") REFERENCES "public"."techniques"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "technique_studies" ADD CONSTRAINT "technique_studies_study_id_studies_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."studies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "testimonials" ADD CONSTRAINT "testimonials_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "testimonials" ADD CONSTRAINT "testimonials_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "testimonials" ADD CONSTRAINT "testimonials_technique_id_techniques_id_fk" FOREIGN KEY ("technique_id") REFERENCES "public"."techniques"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_technique_id_techniques_id_fk" FOREIGN KEY ("technique_id") REFERENCES "public"."techniques"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_author_id_members_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_locked_by_members_id_fk" FOREIGN KEY ("locked_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_hidden_by_members_id_fk" FOREIGN KEY ("hidden_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_removed_by_members_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comments_by_author" ON "comments" USING btree ("author_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE UNIQUE INDEX "comments_once" ON "comments" USING btree ("author_id","idempotency_key");--> statement-breakpoint
CREATE INDEX "comments_withdrawn" ON "comments" USING btree ("withdrawn_at") WHERE withdrawn_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX "events_thread_id_index" ON "events" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "events_created_at_index" ON "events" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "follows_technique" ON "follows" USING btree ("follower_id","technique_id") WHERE technique_id IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "follows_thread" ON "follows" USING btree ("follower_id","thread_id") WHERE thread_id IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "follows_member" ON "follows" USING btree ("follower_id","member_id") WHERE member_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX "follows_of_technique" ON "follows" USING btree ("technique_id") WHERE technique_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX "follows_of_thread" ON "follows" USING btree ("thread_id") WHERE thread_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX "follows_of_member" ON "follows" USING btree ("member_id") WHERE member_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX "rate_windows_ends_at_index" ON "identity"."rate_windows" USING btree ("ends_at");--> statement-breakpoint
CREATE INDEX "sessions_account_id_index" ON "identity"."sessions" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sessions_expires_at_index" ON "identity"."sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "sign_in_tokens_email_index" ON "identity"."sign_in_tokens" USING btree ("email");--> statement-breakpoint
CREATE INDEX "sign_in_tokens_expires_at_index" ON "identity"."sign_in_tokens" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "members_handle_skeleton" ON "members" USING btree ("handle_skeleton");--> statement-breakpoint
CREATE INDEX "members_role" ON "members" USING btree ("role") WHERE role <> 'member';--> statement-breakpoint
CREATE INDEX "audit_log_created_at_id_index" ON "audit_log" USING btree ("created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE UNIQUE INDEX "cases_one_open" ON "cases" USING btree ("thread_id",coalesce(comment_id, 0)) WHERE closed_at IS NULL;--> statement-breakpoint
CREATE INDEX "cases_queue" ON "cases" USING btree ("due_at","id") WHERE closed_at IS NULL;--> statement-breakpoint
CREATE INDEX "cases_of_thread" ON "cases" USING btree ("thread_id","opened_at");--> statement-breakpoint
CREATE INDEX "cases_of_comment" ON "cases" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "decisions_case_id_created_at_index" ON "decisions" USING btree ("case_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "reports_once" ON "reports" USING btree ("case_id","reporter_id");--> statement-breakpoint
CREATE INDEX "reports_by_reporter" ON "reports" USING btree ("reporter_id","created_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "statements_of_member" ON "statements" USING btree ("member_id","created_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "statements_unseen" ON "statements" USING btree ("member_id") WHERE seen_at IS NULL;--> statement-breakpoint
CREATE INDEX "revisions_thread_id_created_at_index" ON "revisions" USING btree ("thread_id","created_at");--> statement-breakpoint
CREATE INDEX "revisions_comment_id_created_at_index" ON "revisions" USING btree ("comment_id","created_at");--> statement-breakpoint
CREATE INDEX "reactions_on_thread" ON "reactions" USING btree ("thread_id","position","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "testimonials_one_per_technique" ON "testimonials" USING btree ("member_id","technique_id") WHERE withdrawn_at IS NULL;--> statement-breakpoint
CREATE INDEX "testimonials_by_technique" ON "testimonials" USING btree ("technique_id");--> statement-breakpoint
CREATE INDEX "threads_by_activity" ON "threads" USING btree ("last_activity_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE visible;--> statement-breakpoint
CREATE INDEX "threads_by_audience_activity" ON "threads" USING btree ("audience","last_activity_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE visible;--> statement-breakpoint
CREATE INDEX "threads_by_technique_activity" ON "threads" USING btree ("technique_id","last_activity_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE visible;--> statement-breakpoint
CREATE INDEX "threads_by_technique_kind_activity" ON "threads" USING btree ("technique_id","kind","last_activity_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE visible;--> statement-breakpoint
CREATE INDEX "threads_by_kind_published" ON "threads" USING btree ("kind","published_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE visible;--> statement-breakpoint
CREATE INDEX "threads_by_author" ON "threads" USING btree ("author_id","published_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "threads_by_author_activity" ON "threads" USING btree ("author_id","last_activity_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE visible;--> statement-breakpoint
CREATE UNIQUE INDEX "threads_article_slug" ON "threads" USING btree ("slug") WHERE kind = 'article';--> statement-breakpoint
CREATE UNIQUE INDEX "threads_once" ON "threads" USING btree ("author_id","idempotency_key");--> statement-breakpoint
CREATE INDEX "threads_withdrawn" ON "threads" USING btree ("withdrawn_at") WHERE withdrawn_at IS NOT NULL;