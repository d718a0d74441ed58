CREATE TYPE "public"."follow_level" AS ENUM('watch', 'follow', 'off');--> statement-breakpoint
CREATE TYPE "public"."digest_rhythm" AS ENUM('daily', 'weekly', 'never');--> statement-breakpoint
CREATE TYPE "public"."mail_choice" AS ENUM('at_once', 'digest', 'never');--> statement-breakpoint
CREATE TYPE "public"."notification_kind" AS ENUM('reply', 'mention', 'comment', 'thread', 'thanks', 'quoted');--> statement-breakpoint
CREATE TABLE "digested" (
	"member_id" bigint NOT NULL,
	"thread_id" bigint NOT NULL,
	"mailing_id" bigint NOT NULL,
	"why" text NOT NULL,
	CONSTRAINT "digested_member_id_thread_id_pk" PRIMARY KEY("member_id","thread_id")
);
--> statement-breakpoint
CREATE TABLE "mail_settings" (
	"member_id" bigint PRIMARY KEY NOT NULL,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	"quiet_from" smallint DEFAULT 21 NOT NULL,
	"quiet_to" smallint DEFAULT 8 NOT NULL,
	"paused_until" timestamp (3) with time zone,
	"digest" "digest_rhythm" DEFAULT 'weekly' NOT NULL,
	"digest_day" smallint DEFAULT 7 NOT NULL,
	"digest_hour" smallint DEFAULT 9 NOT NULL,
	"digest_due_at" timestamp (3) with time zone,
	"digest_stopped_at" timestamp (3) with time zone,
	"whole_text" boolean DEFAULT false NOT NULL,
	CONSTRAINT "mail_settings_hours" CHECK ("mail_settings"."quiet_from" between 0 and 23 AND "mail_settings"."quiet_to" between 0 and 23 AND "mail_settings"."digest_hour" between 0 and 23),
	CONSTRAINT "mail_settings_day" CHECK ("mail_settings"."digest_day" between 1 and 7)
);
--> statement-breakpoint
CREATE TABLE "mailings" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "mailings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"member_id" bigint NOT NULL,
	"thread_id" bigint,
	"last" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"dropped_at" timestamp (3) with time zone,
	CONSTRAINT "mailings_end_once" CHECK (num_nonnulls("mailings"."sent_at", "mailings"."dropped_at") <= 1)
);
--> statement-breakpoint
CREATE TABLE "hearing_choices" (
	"member_id" bigint NOT NULL,
	"kind" "notification_kind" NOT NULL,
	"on_site" boolean NOT NULL,
	"mail" "mail_choice" NOT NULL,
	CONSTRAINT "hearing_choices_member_id_kind_pk" PRIMARY KEY("member_id","kind")
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"member_id" bigint NOT NULL,
	"event_id" bigint NOT NULL,
	"kind" "notification_kind" NOT NULL,
	"thread_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"actor_id" bigint,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp (3) with time zone,
	"mail" "mail_choice" DEFAULT 'never' NOT NULL,
	"mail_after" timestamp (3) with time zone,
	"mailing_id" bigint,
	CONSTRAINT "notifications_member_id_event_id_pk" PRIMARY KEY("member_id","event_id"),
	CONSTRAINT "notifications_waits_for_a_mail" CHECK ("notifications"."mail_after" IS NULL OR ("notifications"."mail" = 'at_once' AND "notifications"."mailing_id" IS NULL)),
	CONSTRAINT "notifications_position" CHECK ("notifications"."position" >= 0),
	CONSTRAINT "notifications_not_own" CHECK ("notifications"."member_id" IS DISTINCT FROM "notifications"."actor_id")
);
--> statement-breakpoint
CREATE TABLE "readings" (
	"member_id" bigint NOT NULL,
	"thread_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "readings_member_id_thread_id_pk" PRIMARY KEY("member_id","thread_id"),
	CONSTRAINT "readings_position" CHECK ("readings"."position" >= 0)
);
--> statement-breakpoint
CREATE TABLE "energies" (
	"member_id" bigint PRIMARY KEY NOT NULL,
	"answers" smallint NOT NULL,
	"said_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "energies_answers" CHECK ("energies"."answers" between 0 and 3),
	CONSTRAINT "energies_end_later" CHECK ("energies"."ends_at" > "energies"."said_at")
);
--> statement-breakpoint
CREATE TABLE "offers" (
	"member_id" bigint NOT NULL,
	"thread_id" bigint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"passed_at" timestamp (3) with time zone,
	CONSTRAINT "offers_member_id_thread_id_pk" PRIMARY KEY("member_id","thread_id")
);
--> statement-breakpoint
ALTER TABLE "mutes" DROP CONSTRAINT "mutes_one_subject";--> statement-breakpoint
DROP INDEX "follows_of_technique";--> statement-breakpoint
DROP INDEX "follows_of_thread";--> statement-breakpoint
DROP INDEX "follows_of_member";--> statement-breakpoint
ALTER TABLE "mutes" ADD COLUMN "muted_member_id" bigint;--> statement-breakpoint
ALTER TABLE "follows" ADD COLUMN "level" "follow_level" DEFAULT 'follow' NOT NULL;--> statement-breakpoint
ALTER TABLE "identity"."accounts" ADD COLUMN "seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "follows_on_reply" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "digested" ADD CONSTRAINT "digested_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digested" ADD CONSTRAINT "digested_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digested" ADD CONSTRAINT "digested_mailing_id_mailings_id_fk" FOREIGN KEY ("mailing_id") REFERENCES "public"."mailings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_settings" ADD CONSTRAINT "mail_settings_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hearing_choices" ADD CONSTRAINT "hearing_choices_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_actor_id_members_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_mailing_id_mailings_id_fk" FOREIGN KEY ("mailing_id") REFERENCES "public"."mailings"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "energies" ADD CONSTRAINT "energies_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "digested_of_thread" ON "digested" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "digested_of_mailing" ON "digested" USING btree ("mailing_id");--> statement-breakpoint
CREATE INDEX "mail_settings_digest_due" ON "mail_settings" USING btree ("digest_due_at") WHERE digest_due_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX "mailings_open" ON "mailings" USING btree ("created_at") WHERE sent_at IS NULL AND dropped_at IS NULL;--> statement-breakpoint
CREATE INDEX "mailings_of_member" ON "mailings" USING btree ("member_id","thread_id");--> statement-breakpoint
CREATE INDEX "mailings_of_thread" ON "mailings" USING btree ("thread_id") WHERE thread_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX "notifications_to_mail" ON "notifications" USING btree ("mail_after") WHERE mail_after IS NOT NULL;--> statement-breakpoint
CREATE INDEX "notifications_of_mailing" ON "notifications" USING btree ("mailing_id") WHERE mailing_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX "notifications_unread" ON "notifications" USING btree ("member_id","thread_id") WHERE read_at IS NULL;--> statement-breakpoint
CREATE INDEX "notifications_newest" ON "notifications" USING btree ("member_id","created_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "notifications_of_event" ON "notifications" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "notifications_of_thread" ON "notifications" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "readings_of_thread" ON "readings" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "energies_ends_at" ON "energies" USING btree ("ends_at");--> statement-breakpoint
CREATE INDEX "offers_of_thread" ON "offers" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "offers_newest" ON "offers" USING btree ("member_id","created_at");--> statement-breakpoint
ALTER TABLE "mutes" ADD CONSTRAINT "mutes_muted_member_id_members_id_fk" FOREIGN KEY ("muted_member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "mutes_muted_member" ON "mutes" USING btree ("member_id","muted_member_id") WHERE muted_member_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX "mutes_of_muted_member" ON "mutes" USING btree ("muted_member_id") WHERE muted_member_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX "follows_of_technique" ON "follows" USING btree ("technique_id","level","follower_id") WHERE technique_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX "follows_of_thread" ON "follows" USING btree ("thread_id","level","follower_id") WHERE thread_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX "follows_of_member" ON "follows" USING btree ("member_id","level","follower_id") WHERE member_id IS NOT NULL;--> statement-breakpoint
ALTER TABLE "mutes" ADD CONSTRAINT "mutes_not_self" CHECK ("mutes"."muted_member_id" IS DISTINCT FROM "mutes"."member_id");--> statement-breakpoint
ALTER TABLE "mutes" ADD CONSTRAINT "mutes_one_subject" CHECK (num_nonnulls("mutes"."technique_id", "mutes"."thread_id", "mutes"."muted_member_id", "mutes"."word") = 1);--> statement-breakpoint
-- The next moment after `since` at which a digest is due, by the member's clock; null for never. An hour that a change of
-- clocks leaves out is moved on as Postgres does.
CREATE FUNCTION next_digest(rhythm digest_rhythm, day integer, hour integer, zone text, since timestamptz) RETURNS timestamptz
LANGUAGE sql STABLE AS $$
  SELECT min(moment) FROM (
    SELECT (date_trunc('day', since AT TIME ZONE zone) + make_interval(days => n, hours => hour)) AT TIME ZONE zone AS moment,
      extract(isodow FROM date_trunc('day', since AT TIME ZONE zone) + make_interval(days => n)) AS weekday
    FROM generate_series(0, 8) n) candidate
  WHERE rhythm <> 'never' AND moment > since AND (rhythm = 'daily' OR weekday = day)
$$;
--> statement-breakpoint
-- When a member's quiet hours around `at` end; null where it is none of them.
CREATE FUNCTION quiet_until(quiet_from integer, quiet_to integer, zone text, at timestamptz) RETURNS timestamptz
LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN quiet_from < quiet_to AND hour >= quiet_from AND hour < quiet_to THEN (today + make_interval(hours => quiet_to)) AT TIME ZONE zone
    WHEN quiet_from > quiet_to AND hour >= quiet_from THEN (today + make_interval(days => 1, hours => quiet_to)) AT TIME ZONE zone
    WHEN quiet_from > quiet_to AND hour < quiet_to THEN (today + make_interval(hours => quiet_to)) AT TIME ZONE zone
  END
  FROM (SELECT date_trunc('day', at AT TIME ZONE zone) AS today, extract(hour FROM at AT TIME ZONE zone)::integer AS hour) there
$$;
--> statement-breakpoint
INSERT INTO mail_settings (member_id, digest_due_at)
SELECT id, next_digest('weekly', 7, 9, 'UTC', now()) FROM members WHERE kind = 'member';
--> statement-breakpoint
CREATE FUNCTION begin_mail_settings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO mail_settings (member_id, digest_due_at) VALUES (NEW.id, next_digest('weekly', 7, 9, 'UTC', now()));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER members_have_mail_settings AFTER INSERT ON members
  FOR EACH ROW WHEN (NEW.kind = 'member') EXECUTE FUNCTION begin_mail_settings();
--> statement-breakpoint
-- Whoever signs in, or is still there after a day, has come back: digests that ended for their absence begin again.
CREATE FUNCTION note_return() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE identity.accounts SET seen_at = now() WHERE id = NEW.account_id AND seen_at < now() - interval '12 hours';
  IF FOUND THEN
    UPDATE mail_settings s SET digest_stopped_at = NULL,
      digest_due_at = next_digest(s.digest, s.digest_day, s.digest_hour, s.time_zone, now())
    FROM members m WHERE m.account_id = NEW.account_id AND s.member_id = m.id AND s.digest_stopped_at IS NOT NULL;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER sessions_note_return AFTER INSERT OR UPDATE OF expires_at ON identity.sessions
  FOR EACH ROW EXECUTE FUNCTION note_return();
