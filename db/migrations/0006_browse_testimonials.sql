CREATE INDEX "testimonials_by_setting" ON "health"."testimonials" USING btree ("setting","technique_id");--> statement-breakpoint
CREATE INDEX "testimonials_by_given_by" ON "health"."testimonials" USING btree ("given_by","technique_id");--> statement-breakpoint
CREATE INDEX "testimonials_by_region" ON "health"."testimonials" USING btree ("region","technique_id");--> statement-breakpoint
CREATE INDEX "threads_by_technique_kind_published" ON "threads" USING btree ("technique_id","kind","published_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE visible;--> statement-breakpoint
CREATE INDEX "testimonials_by_thanks" ON "threads" USING btree ("thanks_count" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE visible AND kind = 'testimonial';--> statement-breakpoint
CREATE INDEX "testimonials_by_technique_thanks" ON "threads" USING btree ("technique_id","thanks_count" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE visible AND kind = 'testimonial';--> statement-breakpoint
-- As the view shows them: who keeps the answer off the page stands in neither.
CREATE INDEX "testimonials_by_migraine_type" ON "health"."testimonials" USING btree
  ((CASE WHEN health.kept_off(hidden_answers, 'migraine_type') THEN NULL ELSE migraine_type END), "technique_id");--> statement-breakpoint
CREATE INDEX "testimonials_by_touch_painful" ON "health"."testimonials" USING btree
  ((CASE WHEN health.kept_off(hidden_answers, 'touch_painful') THEN NULL ELSE touch_painful END), "technique_id");
