CREATE INDEX "comments_by_creation" ON "comments" USING btree ("created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "comments_held" ON "comments" USING btree ("author_id") WHERE held_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX "threads_by_creation" ON "threads" USING btree ("created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "threads_held" ON "threads" USING btree ("author_id") WHERE held_at IS NOT NULL;