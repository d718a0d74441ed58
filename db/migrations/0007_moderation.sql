CREATE TYPE "public"."case_origin" AS ENUM('report', 'notice', 'software', 'staff');--> statement-breakpoint
CREATE TYPE "public"."appeal_outcome" AS ENUM('upheld', 'refused');--> statement-breakpoint
CREATE TYPE "public"."restriction_kind" AS ENUM('silence', 'suspend', 'ban', 'pause_reports', 'pause_appeals');--> statement-breakpoint
CREATE TYPE "public"."scope" AS ENUM('text', 'thread', 'profile', 'account');--> statement-breakpoint
CREATE TYPE "public"."watch_act" AS ENUM('block', 'hold', 'flag', 'note');--> statement-breakpoint
-- Types are made anew: a value that is added to one cannot be used before the commit.
ALTER TYPE "public"."report_reason" RENAME TO "report_reason_before";--> statement-breakpoint
CREATE TYPE "public"."report_reason" AS ENUM('worried_about_person', 'illegal', 'unsafe_advice', 'promotion', 'harassment', 'private_details', 'spam', 'off_topic', 'other');--> statement-breakpoint
ALTER TABLE "cases" ALTER COLUMN "reason" TYPE "report_reason" USING "reason"::text::"report_reason";--> statement-breakpoint
ALTER TABLE "reports" ALTER COLUMN "reason" TYPE "report_reason" USING "reason"::text::"report_reason";--> statement-breakpoint
DROP TYPE "public"."report_reason_before";--> statement-breakpoint
ALTER TYPE "public"."rule" RENAME TO "rule_before";--> statement-breakpoint
CREATE TYPE "public"."rule" AS ENUM('safety', 'kindness', 'privacy', 'honesty', 'promotion', 'on_topic', 'spam', 'law', 'none');--> statement-breakpoint
ALTER TABLE "decisions" ALTER COLUMN "rule" TYPE "rule" USING "rule"::text::"rule";--> statement-breakpoint
DROP TYPE "public"."rule_before";--> statement-breakpoint
ALTER TYPE "public"."decision_kind" RENAME TO "decision_kind_before";--> statement-breakpoint
CREATE TYPE "public"."decision_kind" AS ENUM('keep', 'restore', 'hide', 'remove', 'redact', 'move', 'lock', 'slow', 'ask_edit', 'refuse_edit', 'remind', 'warn', 'silence', 'suspend', 'ban', 'pause_reports', 'pause_appeals', 'lift');--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "lifts" "decision_kind";--> statement-breakpoint
UPDATE "decisions" SET "lifts" = 'lock' WHERE "kind" = 'unlock';--> statement-breakpoint
ALTER TABLE "decisions" ALTER COLUMN "kind" TYPE "decision_kind"
	USING (CASE "kind"::text WHEN 'dismiss' THEN 'keep' WHEN 'unlock' THEN 'lift' ELSE "kind"::text END)::"decision_kind";--> statement-breakpoint
DROP TYPE "public"."decision_kind_before";--> statement-breakpoint
CREATE TABLE "audit_head" (
	"one" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"seq" bigint DEFAULT 0 NOT NULL,
	"mac" text DEFAULT '' NOT NULL,
	CONSTRAINT "audit_head_one_row" CHECK ("audit_head"."one" = 1)
);
--> statement-breakpoint
CREATE TABLE "blocks" (
	"blocker_id" bigint NOT NULL,
	"blocked_id" bigint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "blocks_blocker_id_blocked_id_pk" PRIMARY KEY("blocker_id","blocked_id"),
	CONSTRAINT "blocks_not_self" CHECK ("blocks"."blocker_id" <> "blocks"."blocked_id")
);
--> statement-breakpoint
CREATE TABLE "mutes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "mutes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"member_id" bigint NOT NULL,
	"technique_id" bigint,
	"thread_id" bigint,
	"word" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mutes_one_subject" CHECK (num_nonnulls("mutes"."technique_id", "mutes"."thread_id", "mutes"."word") = 1),
	CONSTRAINT "mutes_word_length" CHECK (char_length("mutes"."word") between 2 and 60)
);
--> statement-breakpoint
CREATE TABLE "member_notes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "member_notes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"member_id" bigint NOT NULL,
	"author_id" bigint NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "member_notes_length" CHECK (char_length(btrim("member_notes"."body")) between 2 and 2000)
);
--> statement-breakpoint
CREATE TABLE "identity"."notices" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "identity"."notices_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"reference" text NOT NULL,
	"case_id" bigint NOT NULL,
	"address" text NOT NULL,
	"why" text NOT NULL,
	"name" text,
	"email" text,
	"child_abuse" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "notices_reference_unique" UNIQUE("reference"),
	CONSTRAINT "notices_why_given" CHECK (char_length(btrim("identity"."notices"."why")) between 20 and 5000),
	CONSTRAINT "notices_sender" CHECK (("identity"."notices"."name" IS NULL) = ("identity"."notices"."email" IS NULL) AND ("identity"."notices"."child_abuse" OR "identity"."notices"."email" IS NOT NULL))
);
--> statement-breakpoint
CREATE TABLE "appeals" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "appeals_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"statement_id" bigint,
	"report_id" bigint,
	"decision_id" bigint NOT NULL,
	"member_id" bigint NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by" bigint,
	"outcome" "appeal_outcome",
	"answer" text,
	"seen_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "appeals_statement_id_unique" UNIQUE("statement_id"),
	CONSTRAINT "appeals_once_per_report" UNIQUE("report_id","decision_id"),
	CONSTRAINT "appeals_one_ground" CHECK (num_nonnulls("appeals"."statement_id", "appeals"."report_id") = 1),
	CONSTRAINT "appeals_body_given" CHECK (char_length(btrim("appeals"."body")) between 20 and 4000),
	CONSTRAINT "appeals_decided_whole" CHECK (num_nonnulls("appeals"."decided_at", "appeals"."decided_by", "appeals"."outcome", "appeals"."answer") IN (0, 4)),
	CONSTRAINT "appeals_answer_given" CHECK ("appeals"."answer" IS NULL OR char_length(btrim("appeals"."answer")) between 10 and 2000)
);
--> statement-breakpoint
CREATE TABLE "batches" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "batches_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"moderator_id" bigint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp (3) with time zone,
	"undone_by" bigint
);
--> statement-breakpoint
CREATE TABLE "decision_templates" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "decision_templates_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"kind" "decision_kind" NOT NULL,
	"rule" "rule" NOT NULL,
	"body" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"retired_at" timestamp (3) with time zone,
	CONSTRAINT "decision_templates_body" CHECK (char_length(btrim("decision_templates"."body")) between 10 and 2000),
	CONSTRAINT "decision_templates_length" CHECK (char_length(btrim("decision_templates"."name")) between 2 and 60)
);
--> statement-breakpoint
CREATE TABLE "redactions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "redactions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"decision_id" bigint NOT NULL,
	"thread_id" bigint,
	"comment_id" bigint,
	"revision_id" bigint,
	"field" text NOT NULL,
	"original" text NOT NULL,
	"redacted" text NOT NULL,
	CONSTRAINT "redactions_one_subject" CHECK (num_nonnulls("redactions"."thread_id", "redactions"."comment_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "restrictions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "restrictions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"member_id" bigint NOT NULL,
	"kind" "restriction_kind" NOT NULL,
	"decision_id" bigint NOT NULL,
	"starts_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ends_at" timestamp (3) with time zone,
	"lifted_at" timestamp (3) with time zone,
	CONSTRAINT "restrictions_decision_id_unique" UNIQUE("decision_id"),
	CONSTRAINT "restrictions_ban_has_no_end" CHECK (("restrictions"."kind" = 'ban') = ("restrictions"."ends_at" IS NULL))
);
--> statement-breakpoint
CREATE TABLE "allowed_hosts" (
	"host" text PRIMARY KEY NOT NULL,
	"added_by" bigint,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "held_edits" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "held_edits_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"thread_id" bigint,
	"comment_id" bigint,
	"kind" "thread_kind",
	"audience" "audience",
	"title" text,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "held_edits_one_subject" CHECK (num_nonnulls("held_edits"."thread_id", "held_edits"."comment_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "watched_phrases" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "watched_phrases_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"phrase" text NOT NULL,
	"act" "watch_act" NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_by" bigint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"retired_at" timestamp (3) with time zone,
	"retired_by" bigint,
	CONSTRAINT "watched_phrases_length" CHECK (char_length("watched_phrases"."phrase") between 2 and 100),
	CONSTRAINT "watched_phrases_note" CHECK (char_length("watched_phrases"."note") <= 500 AND ("watched_phrases"."act" <> 'note' OR "watched_phrases"."note" <> ''))
);
--> statement-breakpoint
DROP INDEX "cases_one_open";--> statement-breakpoint
DROP INDEX "cases_queue";--> statement-breakpoint
ALTER TABLE "comments" drop column "visible";--> statement-breakpoint
ALTER TABLE "cases" ALTER COLUMN "thread_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "decisions" ALTER COLUMN "moderator_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "held_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "visible" boolean GENERATED ALWAYS AS (hidden_at IS NULL AND removed_at IS NULL AND withdrawn_at IS NULL AND held_at IS NULL) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "edit_asked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "bio_hidden_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "bio_hidden_by" bigint;--> statement-breakpoint
ALTER TABLE "audit_log" ADD COLUMN "seq" bigint;--> statement-breakpoint
ALTER TABLE "audit_log" ADD COLUMN "mac" text;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "member_id" bigint;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "author_id" bigint;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "origin" "case_origin" DEFAULT 'report' NOT NULL;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "urgency" smallint GENERATED ALWAYS AS (CASE reason WHEN 'worried_about_person' THEN 0 WHEN 'illegal' THEN 1 WHEN 'unsafe_advice' THEN 1 ELSE 2 END) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "weight" real DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "queue_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "distressing" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "claimed_by" bigint;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "claimed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "auto_hidden_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "reminded_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "escalated_at" timestamp (3) with time zone;--> statement-breakpoint
UPDATE "cases" c SET "queue_at" = "due_at", "distressing" = "reason" = 'worried_about_person', "weight" = "report_count",
	"author_id" = coalesce((SELECT author_id FROM comments m WHERE m.id = c.comment_id), (SELECT author_id FROM threads t WHERE t.id = c.thread_id)),
	"origin" = (CASE WHEN "report_count" = 0 THEN 'software' ELSE 'report' END)::"case_origin";--> statement-breakpoint
ALTER TABLE "cases" ALTER COLUMN "author_id" SET NOT NULL, ALTER COLUMN "queue_at" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "batch_id" bigint;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "legal_ground" text;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "ends_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "from_technique_id" bigint;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "to_technique_id" bigint;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "overturned_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "outcome_seen_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "kind" "decision_kind";--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "scope" "scope";--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "ends_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "facts" text;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "rule" "rule";--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "legal_ground" text;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "source" "case_origin";--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "automated" boolean;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "appeal_until" timestamp (3) with time zone DEFAULT now() + interval '6 months' NOT NULL;--> statement-breakpoint
UPDATE "decisions" SET "legal_ground" = left("reason", 200) WHERE "rule" = 'law';--> statement-breakpoint
UPDATE "statements" s SET "kind" = d.kind, "facts" = d.reason, "rule" = d.rule, "legal_ground" = d.legal_ground, "automated" = false,
	"source" = c.origin, "appeal_until" = s.created_at + interval '6 months',
	"scope" = (CASE WHEN d.kind = 'lock' OR d.lifts = 'lock' THEN 'thread' ELSE 'text' END)::"scope"
	FROM decisions d JOIN cases c ON c.id = d.case_id WHERE d.id = s.decision_id;--> statement-breakpoint
ALTER TABLE "statements" ALTER COLUMN "kind" SET NOT NULL, ALTER COLUMN "scope" SET NOT NULL, ALTER COLUMN "facts" SET NOT NULL,
	ALTER COLUMN "rule" SET NOT NULL, ALTER COLUMN "source" SET NOT NULL, ALTER COLUMN "automated" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "slowed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "slowed_by" bigint;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "edit_asked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "blocks" ADD CONSTRAINT "blocks_blocker_id_members_id_fk" FOREIGN KEY ("blocker_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blocks" ADD CONSTRAINT "blocks_blocked_id_members_id_fk" FOREIGN KEY ("blocked_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mutes" ADD CONSTRAINT "mutes_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mutes" ADD CONSTRAINT "mutes_technique_id_techniques_id_fk" FOREIGN KEY ("technique_id") REFERENCES "public"."techniques"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mutes" ADD CONSTRAINT "mutes_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_notes" ADD CONSTRAINT "member_notes_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_notes" ADD CONSTRAINT "member_notes_author_id_members_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."notices" ADD CONSTRAINT "notices_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_decided_by_members_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batches" ADD CONSTRAINT "batches_moderator_id_members_id_fk" FOREIGN KEY ("moderator_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batches" ADD CONSTRAINT "batches_undone_by_members_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redactions" ADD CONSTRAINT "redactions_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redactions" ADD CONSTRAINT "redactions_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redactions" ADD CONSTRAINT "redactions_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "restrictions" ADD CONSTRAINT "restrictions_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "restrictions" ADD CONSTRAINT "restrictions_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allowed_hosts" ADD CONSTRAINT "allowed_hosts_added_by_members_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_edits" ADD CONSTRAINT "held_edits_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_edits" ADD CONSTRAINT "held_edits_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watched_phrases" ADD CONSTRAINT "watched_phrases_created_by_members_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watched_phrases" ADD CONSTRAINT "watched_phrases_retired_by_members_id_fk" FOREIGN KEY ("retired_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "blocks_of_member" ON "blocks" USING btree ("blocked_id");--> statement-breakpoint
CREATE UNIQUE INDEX "mutes_technique" ON "mutes" USING btree ("member_id","technique_id") WHERE technique_id IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "mutes_thread" ON "mutes" USING btree ("member_id","thread_id") WHERE thread_id IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "mutes_word" ON "mutes" USING btree ("member_id","word") WHERE word IS NOT NULL;--> statement-breakpoint
CREATE INDEX "member_notes_of_member" ON "member_notes" USING btree ("member_id","created_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "notices_of_case" ON "identity"."notices" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "appeals_open" ON "appeals" USING btree ("due_at","id") WHERE decided_at IS NULL;--> statement-breakpoint
CREATE INDEX "appeals_of_member" ON "appeals" USING btree ("member_id","created_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "appeals_of_decision" ON "appeals" USING btree ("decision_id");--> statement-breakpoint
CREATE UNIQUE INDEX "decision_templates_name" ON "decision_templates" USING btree ("name") WHERE retired_at IS NULL;--> statement-breakpoint
CREATE INDEX "redactions_of_decision" ON "redactions" USING btree ("decision_id");--> statement-breakpoint
CREATE INDEX "redactions_of_thread" ON "redactions" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "redactions_of_comment" ON "redactions" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "restrictions_in_force" ON "restrictions" USING btree ("member_id") WHERE lifted_at IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "held_edits_of_thread" ON "held_edits" USING btree ("thread_id");--> statement-breakpoint
CREATE UNIQUE INDEX "held_edits_of_comment" ON "held_edits" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "held_edits_by_time" ON "held_edits" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "watched_phrases_once" ON "watched_phrases" USING btree ("phrase") WHERE retired_at IS NULL;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_bio_hidden_by_members_id_fk" FOREIGN KEY ("bio_hidden_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_author_id_members_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_claimed_by_members_id_fk" FOREIGN KEY ("claimed_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_batch_id_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_from_technique_id_techniques_id_fk" FOREIGN KEY ("from_technique_id") REFERENCES "public"."techniques"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_to_technique_id_techniques_id_fk" FOREIGN KEY ("to_technique_id") REFERENCES "public"."techniques"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_slowed_by_members_id_fk" FOREIGN KEY ("slowed_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_log_by_actor" ON "audit_log" USING btree ("actor_id","created_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "audit_log_of_subject" ON "audit_log" USING btree ("subject","created_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "cases_overdue" ON "cases" USING btree ("due_at") WHERE closed_at IS NULL;--> statement-breakpoint
CREATE INDEX "cases_of_author" ON "cases" USING btree ("author_id","opened_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "cases_alike" ON "cases" USING btree ("reason","closed_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "decisions_of_batch" ON "decisions" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "decisions_by_time" ON "decisions" USING btree ("created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE UNIQUE INDEX "cases_one_open" ON "cases" USING btree (coalesce(thread_id, 0),coalesce(comment_id, 0),coalesce(member_id, 0)) WHERE closed_at IS NULL;--> statement-breakpoint
CREATE INDEX "cases_queue" ON "cases" USING btree ("urgency","queue_at","id") WHERE closed_at IS NULL;--> statement-breakpoint
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_seq_unique" UNIQUE("seq");--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_bio_hidden_has_author" CHECK ("members"."bio_hidden_by" IS NULL OR "members"."bio_hidden_at" IS NOT NULL);--> statement-breakpoint
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_chained" CHECK (("audit_log"."seq" IS NULL) = ("audit_log"."mac" IS NULL));--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_one_subject" CHECK (num_nonnulls("cases"."thread_id", "cases"."member_id") = 1);--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_comment_in_thread" CHECK ("cases"."comment_id" IS NULL OR "cases"."thread_id" IS NOT NULL);--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_claim_whole" CHECK (("cases"."claimed_by" IS NULL) = ("cases"."claimed_at" IS NULL));--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_software_only_hides" CHECK ("decisions"."moderator_id" IS NOT NULL OR "decisions"."kind" = 'hide');--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_lift_names_what" CHECK (("decisions"."kind" = 'lift') = ("decisions"."lifts" IS NOT NULL));--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_law_named" CHECK ("decisions"."rule" <> 'law' OR char_length(btrim("decisions"."legal_ground")) >= 2);--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_end" CHECK ("decisions"."ends_at" IS NULL OR "decisions"."kind" IN ('silence', 'suspend', 'pause_reports', 'pause_appeals'));--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_move_whole" CHECK (("decisions"."kind" = 'move') = ("decisions"."from_technique_id" IS NOT NULL AND "decisions"."to_technique_id" IS NOT NULL));--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_facts_given" CHECK (char_length(btrim("statements"."facts")) between 10 and 2000);--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_law_named" CHECK ("statements"."rule" <> 'law' OR char_length(btrim("statements"."legal_ground")) >= 2);--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_keep_needs_none" CHECK ("statements"."kind" <> 'keep');--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_six_months" CHECK ("statements"."appeal_until" >= "statements"."created_at" + interval '6 months' - interval '1 day');--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_slowed_has_author" CHECK (("threads"."slowed_at" IS NULL) = ("threads"."slowed_by" IS NULL));--> statement-breakpoint
-- The software hides after reports, so that there may be nobody who did.
ALTER TABLE "comments" DROP CONSTRAINT "comments_hidden_has_author";--> statement-breakpoint
ALTER TABLE "threads" DROP CONSTRAINT "threads_hidden_has_author";--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_hidden_has_author" CHECK ("comments"."hidden_by" IS NULL OR "comments"."hidden_at" IS NOT NULL);--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_hidden_has_author" CHECK ("threads"."hidden_by" IS NULL OR "threads"."hidden_at" IS NOT NULL);--> statement-breakpoint

-- Nobody is restricted without being told: spam is the one exception, and it is counted.
CREATE FUNCTION insist_on_statement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM statements WHERE decision_id = NEW.id) THEN
    RAISE EXCEPTION 'decision % has no statement of reasons', NEW.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER decisions_are_stated AFTER INSERT ON "decisions" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.kind <> 'keep' AND NEW.rule <> 'spam') EXECUTE FUNCTION insist_on_statement();
--> statement-breakpoint
CREATE FUNCTION insist_on_another_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.decided_by = NEW.member_id OR EXISTS (SELECT FROM decisions WHERE id = NEW.decision_id AND moderator_id = NEW.decided_by) THEN
    RAISE EXCEPTION 'appeal % has to be decided by somebody else', NEW.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER appeals_by_another_person BEFORE INSERT OR UPDATE ON "appeals"
  FOR EACH ROW WHEN (NEW.decided_by IS NOT NULL) EXECUTE FUNCTION insist_on_another_person();
--> statement-breakpoint
INSERT INTO "audit_head" DEFAULT VALUES;
--> statement-breakpoint
-- One line after the other: the end of the chain moves with each, and a line that does not follow is refused.
CREATE FUNCTION follow_audit_head() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE audit_head SET seq = NEW.seq, mac = NEW.mac WHERE seq + 1 = NEW.seq;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'line % does not follow the end of the log', NEW.seq USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_log_follows BEFORE INSERT ON "audit_log" FOR EACH ROW EXECUTE FUNCTION follow_audit_head();
--> statement-breakpoint
-- A moderator takes a passage out of a testimonial, which only its author may write otherwise. NULL leaves a text as it is.
CREATE FUNCTION health.put_words(of_thread bigint, new_story text, new_story_html text, new_tip text, new_unwanted_text text)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE health.testimonials SET story = coalesce(new_story, story), story_html = coalesce(new_story_html, story_html),
    tip = coalesce(new_tip, tip), unwanted_text = coalesce(new_unwanted_text, unwanted_text)
  WHERE thread_id = of_thread;
  DELETE FROM health.quotes q USING health.testimonials t WHERE t.thread_id = of_thread AND q.testimonial_id = of_thread
    AND strpos(t.story, q.passage) = 0 AND strpos(t.tip, q.passage) = 0;
END $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION health.put_words FROM PUBLIC;
