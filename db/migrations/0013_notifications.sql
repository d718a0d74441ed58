CREATE TYPE "public"."follow_level" AS ENUM('watch', 'follow', 'off');--> statement-breakpoint
CREATE TYPE "public"."notification_kind" AS ENUM('reply', 'mention', 'comment', 'thread', 'thanks', 'quoted');--> statement-breakpoint
CREATE TABLE "notifications" (
	"member_id" bigint NOT NULL,
	"event_id" bigint NOT NULL,
	"kind" "notification_kind" NOT NULL,
	"thread_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"actor_id" bigint,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp (3) with time zone,
	CONSTRAINT "notifications_member_id_event_id_pk" PRIMARY KEY("member_id","event_id"),
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
DROP INDEX "follows_of_technique";--> statement-breakpoint
DROP INDEX "follows_of_thread";--> statement-breakpoint
DROP INDEX "follows_of_member";--> statement-breakpoint
ALTER TABLE "follows" ADD COLUMN "level" "follow_level" DEFAULT 'follow' NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "follows_on_reply" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_actor_id_members_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notifications_unread" ON "notifications" USING btree ("member_id","thread_id") WHERE read_at IS NULL;--> statement-breakpoint
CREATE INDEX "notifications_newest" ON "notifications" USING btree ("member_id","created_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "notifications_of_event" ON "notifications" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "notifications_of_thread" ON "notifications" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "readings_of_thread" ON "readings" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "follows_of_technique" ON "follows" USING btree ("technique_id","level","follower_id") WHERE technique_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX "follows_of_thread" ON "follows" USING btree ("thread_id","level","follower_id") WHERE thread_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX "follows_of_member" ON "follows" USING btree ("member_id","level","follower_id") WHERE member_id IS NOT NULL;