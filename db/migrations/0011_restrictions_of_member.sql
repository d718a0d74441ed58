CREATE INDEX "restrictions_of_member" ON "restrictions" USING btree ("member_id","starts_at" DESC NULLS FIRST);--> statement-breakpoint
-- The end of the log only moves on, and by one line at a time.
CREATE FUNCTION insist_on_moving_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.one = OLD.one AND NEW.seq = OLD.seq + 1 THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the end of the log only moves on' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_head_moves_on BEFORE UPDATE OR DELETE ON "audit_head" FOR EACH ROW EXECUTE FUNCTION insist_on_moving_on();
