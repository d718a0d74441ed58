CREATE INDEX "appeals_unseen" ON "appeals" USING btree ("member_id") WHERE decided_at IS NOT NULL AND seen_at IS NULL;
