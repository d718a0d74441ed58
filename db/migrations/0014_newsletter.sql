CREATE TYPE "public"."delivery_state" AS ENUM('sent', 'bounced');--> statement-breakpoint
CREATE TABLE "identity"."mail_troubles" (
	"address_hash" text PRIMARY KEY NOT NULL,
	"score" integer NOT NULL,
	"last_code" integer NOT NULL,
	"last_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"mails" text[] NOT NULL,
	CONSTRAINT "mail_troubles_score" CHECK ("identity"."mail_troubles"."score" > 0)
);
--> statement-breakpoint
CREATE TABLE "newsletter_articles" (
	"issue_id" bigint NOT NULL,
	"thread_id" bigint NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "newsletter_articles_issue_id_thread_id_pk" PRIMARY KEY("issue_id","thread_id")
);
--> statement-breakpoint
CREATE TABLE "newsletter_deliveries" (
	"issue_id" bigint NOT NULL,
	"subscriber_id" bigint NOT NULL,
	"state" "delivery_state" NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "newsletter_deliveries_issue_id_subscriber_id_pk" PRIMARY KEY("issue_id","subscriber_id")
);
--> statement-breakpoint
CREATE TABLE "newsletter_issues" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "newsletter_issues_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"subject" text NOT NULL,
	"introduction" text NOT NULL,
	"introduction_html" text NOT NULL,
	"pipeline" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"written_by" bigint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"scheduled_for" timestamp (3) with time zone,
	"scheduled_by" bigint,
	"started_at" timestamp (3) with time zone,
	"tried_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"emptied_at" timestamp (3) with time zone,
	"sent_count" integer DEFAULT 0 NOT NULL,
	"bounced_count" integer DEFAULT 0 NOT NULL,
	"left_count" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "newsletter_issues_subject_length" CHECK (char_length("newsletter_issues"."subject") between 1 and 100),
	CONSTRAINT "newsletter_issues_introduction_length" CHECK (char_length("newsletter_issues"."introduction") <= 5000),
	CONSTRAINT "newsletter_issues_schedule_has_author" CHECK (("newsletter_issues"."scheduled_for" IS NULL) = ("newsletter_issues"."scheduled_by" IS NULL)),
	CONSTRAINT "newsletter_issues_started_when_due" CHECK ("newsletter_issues"."started_at" IS NULL OR "newsletter_issues"."started_at" >= "newsletter_issues"."scheduled_for"),
	CONSTRAINT "newsletter_issues_ends_once" CHECK (num_nonnulls("newsletter_issues"."finished_at", "newsletter_issues"."emptied_at") <= 1)
);
--> statement-breakpoint
CREATE TABLE "identity"."newsletter_subscribers" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "identity"."newsletter_subscribers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"email" "citext" NOT NULL,
	"requested_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	CONSTRAINT "newsletter_subscribers_email_unique" UNIQUE("email")
);
--> statement-breakpoint
ALTER TABLE "newsletter_articles" ADD CONSTRAINT "newsletter_articles_issue_id_newsletter_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."newsletter_issues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "newsletter_articles" ADD CONSTRAINT "newsletter_articles_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "newsletter_deliveries" ADD CONSTRAINT "newsletter_deliveries_issue_id_newsletter_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."newsletter_issues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "newsletter_issues" ADD CONSTRAINT "newsletter_issues_written_by_members_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "newsletter_issues" ADD CONSTRAINT "newsletter_issues_scheduled_by_members_id_fk" FOREIGN KEY ("scheduled_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mail_troubles_last_at_index" ON "identity"."mail_troubles" USING btree ("last_at");--> statement-breakpoint
CREATE INDEX "newsletter_articles_thread_id_index" ON "newsletter_articles" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "newsletter_issues_open" ON "newsletter_issues" USING btree ("scheduled_for") WHERE scheduled_for IS NOT NULL AND finished_at IS NULL AND emptied_at IS NULL;--> statement-breakpoint
CREATE INDEX "newsletter_issues_scheduled" ON "newsletter_issues" USING btree ("scheduled_for") WHERE scheduled_for IS NOT NULL;--> statement-breakpoint
CREATE INDEX "newsletter_issues_started" ON "newsletter_issues" USING btree ("started_at") WHERE started_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX "newsletter_subscribers_confirmed" ON "identity"."newsletter_subscribers" USING btree ("id") WHERE confirmed_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX "newsletter_subscribers_unconfirmed" ON "identity"."newsletter_subscribers" USING btree ("requested_at") WHERE confirmed_at IS NULL;--> statement-breakpoint
-- At most one issue in 7 days. One that was taken off for having nothing left before it began does not count. In UTC,
-- because an index takes only what never depends on a time zone.
ALTER TABLE "newsletter_issues" ADD CONSTRAINT "newsletter_issues_week_apart" EXCLUDE USING gist (
  tsrange("scheduled_for" AT TIME ZONE 'UTC', ("scheduled_for" AT TIME ZONE 'UTC') + interval '7 days') WITH &&
) WHERE ("scheduled_for" IS NOT NULL AND ("emptied_at" IS NULL OR "started_at" IS NOT NULL));
--> statement-breakpoint
-- What began has been read by somebody: it is neither put off, nor begun again, nor taken away.
CREATE FUNCTION keep_sent_issue() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.started_at, NEW.scheduled_for, NEW.subject, NEW.introduction_html)
      IS NOT DISTINCT FROM (OLD.started_at, OLD.scheduled_for, OLD.subject, OLD.introduction_html) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'an issue that was begun stays as it is' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER newsletter_issues_stay BEFORE UPDATE OR DELETE ON "newsletter_issues"
  FOR EACH ROW WHEN (OLD.started_at IS NOT NULL) EXECUTE FUNCTION keep_sent_issue();
--> statement-breakpoint
-- A mail that went cannot be sent again by taking its line away.
CREATE FUNCTION keep_delivery() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a delivery stays as it is' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER newsletter_deliveries_stay BEFORE UPDATE OR DELETE ON "newsletter_deliveries"
  FOR EACH ROW EXECUTE FUNCTION keep_delivery();
