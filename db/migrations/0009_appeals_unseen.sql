ALTER TABLE "comments" DROP CONSTRAINT "comments_hidden_has_author";--> statement-breakpoint
ALTER TABLE "members" DROP CONSTRAINT "members_bio_hidden_has_author";--> statement-breakpoint
ALTER TABLE "threads" DROP CONSTRAINT "threads_hidden_has_author";--> statement-breakpoint
CREATE INDEX "appeals_unseen" ON "appeals" USING btree ("member_id") WHERE decided_at IS NOT NULL AND seen_at IS NULL;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_hidden_has_author" CHECK ("comments"."hidden_by" IS NULL OR "comments"."hidden_at" IS NOT NULL);--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_bio_hidden_has_author" CHECK ("members"."bio_hidden_by" IS NULL OR "members"."bio_hidden_at" IS NOT NULL);--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_hidden_has_author" CHECK ("threads"."hidden_by" IS NULL OR "threads"."hidden_at" IS NOT NULL);