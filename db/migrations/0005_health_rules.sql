-- Who may read answers about health, and how they are counted. Functions here run with the rights of whoever migrates;
-- the application's role has none of their tables but what `db/role.ts` grants.

-- A thread's state is kept beside the answers, so that rules and counts need no join.
CREATE FUNCTION health.follow_thread() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE health.testimonials h SET technique_id = NEW.technique_id, withdrawn_at = NEW.withdrawn_at,
    standing = NEW.withdrawn_at IS NULL AND NEW.removed_at IS NULL AND NEW.hidden_at IS NULL AND NEW.held_at IS NULL
  WHERE h.thread_id = NEW.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER threads_testimonial_follows
  AFTER UPDATE OF technique_id, withdrawn_at, removed_at, hidden_at, held_at ON threads
  FOR EACH ROW WHEN (NEW.kind = 'testimonial') EXECUTE FUNCTION health.follow_thread();
--> statement-breakpoint
CREATE FUNCTION health.begin_as_thread() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  SELECT t.technique_id, t.withdrawn_at, t.withdrawn_at IS NULL AND t.removed_at IS NULL AND t.hidden_at IS NULL AND t.held_at IS NULL
  INTO NEW.technique_id, NEW.withdrawn_at, NEW.standing FROM threads t WHERE t.id = NEW.thread_id;
  NEW.shown_at := NULL; NEW.counted_at := NULL; NEW.quoted_at := NULL;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER testimonials_begin BEFORE INSERT ON health.testimonials
  FOR EACH ROW EXECUTE FUNCTION health.begin_as_thread();
--> statement-breakpoint
-- Without consent to be shown, nobody sees the thread: its title and its beginning are answers too.
CREATE FUNCTION health.show_as_agreed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE threads SET unshown_at = CASE WHEN NEW.shown_at IS NULL THEN now() END
  WHERE id = NEW.thread_id AND (unshown_at IS NULL) <> (NEW.shown_at IS NOT NULL);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER testimonials_show AFTER INSERT OR UPDATE OF shown_at ON health.testimonials
  FOR EACH ROW EXECUTE FUNCTION health.show_as_agreed();
--> statement-breakpoint
CREATE FUNCTION health.keep_consent() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE health.testimonials SET
    shown_at = CASE WHEN NEW.purpose <> 'shown' THEN shown_at WHEN NEW.act = 'given' THEN NEW.at END,
    counted_at = CASE WHEN NEW.purpose <> 'counted' THEN counted_at WHEN NEW.act = 'given' THEN NEW.at END,
    quoted_at = CASE WHEN NEW.purpose <> 'quoted' THEN quoted_at WHEN NEW.act = 'given' THEN NEW.at END
  WHERE thread_id = NEW.thread_id;
  IF NEW.act = 'withdrawn' AND NEW.purpose IN ('shown', 'quoted') THEN
    DELETE FROM health.quotes WHERE testimonial_id = NEW.thread_id;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER consents_keep AFTER INSERT ON health.consents FOR EACH ROW EXECUTE FUNCTION health.keep_consent();
--> statement-breakpoint
CREATE TRIGGER consents_only_grow BEFORE UPDATE OR TRUNCATE ON health.consents
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint

-- Counting: what each testimonial adds is kept beside the sums, so that exactly this is taken away again.
CREATE FUNCTION health.answers(question text, VARIADIC given text[]) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN cardinality(array_remove(given, NULL)) = 0 THEN '{}'::text[]
    ELSE ARRAY(SELECT question || ':' || each FROM unnest(array_append(given, '')) AS each WHERE each IS NOT NULL) END
$$;
--> statement-breakpoint
CREATE VIEW health.to_tally AS
SELECT t.thread_id, t.technique_id,
  array_remove(ARRAY['all:', 'setting:' || t.setting, 'givenBy:' || t.given_by, 'region:' || t.region,
    'migraineType:' || t.migraine_type, 'touchPainful:' || t.touch_painful], NULL) AS filters,
  health.answers('effect', t.effect::text) || health.answers('effectDays', t.effect_days::text)
    || health.answers('effectIntensity', t.effect_intensity::text) || health.answers('effectLength', t.effect_length::text)
    || health.answers('functionBefore', t.function_before::text) || health.answers('functionAfter', t.function_after::text)
    || health.answers('relief', t.relief::text) || health.answers('unwanted', VARIADIC t.unwanted::text[])
    || health.answers('continuing', t.continuing::text) || health.answers('stoppedWhy', t.stopped_why::text)
    || health.answers('setting', t.setting::text) || health.answers('givenBy', t.given_by::text) AS first,
  coalesce((SELECT health.answers('effect', f.effect::text) || health.answers('effectDays', f.effect_days::text)
    || health.answers('effectIntensity', f.effect_intensity::text) || health.answers('effectLength', f.effect_length::text)
    || health.answers('functionAfter', f.function_after::text) || health.answers('relief', f.relief::text)
    || health.answers('unwanted', VARIADIC f.unwanted::text[]) || health.answers('continuing', f.continuing::text)
    || health.answers('stoppedWhy', f.stopped_why::text)
    FROM health.follow_ups f WHERE f.thread_id = t.thread_id ORDER BY f.after DESC LIMIT 1), '{}') AS latest
FROM health.testimonials t WHERE t.counted_at IS NOT NULL AND t.standing AND NOT t.interest;
--> statement-breakpoint
CREATE FUNCTION health.cells(technique bigint, filters text[], first text[], latest text[])
RETURNS TABLE (technique_id bigint, stage text, filter text, value text, question text, answer text) LANGUAGE sql IMMUTABLE AS $$
  SELECT technique, s.stage, split_part(f, ':', 1), split_part(f, ':', 2), split_part(a, ':', 1), split_part(a, ':', 2)
  FROM unnest(filters) AS f, (VALUES ('first', first), ('latest', latest)) AS s (stage, given), unnest(s.given) AS a
$$;
--> statement-breakpoint
CREATE FUNCTION health.count_again(of_thread bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  before health.tallied;
  after health.to_tally;
BEGIN
  SELECT * INTO before FROM health.tallied WHERE thread_id = of_thread FOR UPDATE;
  SELECT * INTO after FROM health.to_tally WHERE thread_id = of_thread;
  IF (before.technique_id, before.filters, before.first, before.latest)
    IS NOT DISTINCT FROM (after.technique_id, after.filters, after.first, after.latest) THEN RETURN; END IF;
  -- In one order, so that two at once wait for each other and never in a circle.
  INSERT INTO health.counts AS c (technique_id, stage, filter, value, question, answer, n)
  SELECT technique_id, stage, filter, value, question, answer, sum(change) FROM (
    SELECT cells.*, -1 AS change FROM health.cells(before.technique_id, before.filters, before.first, before.latest) AS cells
    UNION ALL
    SELECT cells.*, 1 FROM health.cells(after.technique_id, after.filters, after.first, after.latest) AS cells) AS changes
  GROUP BY technique_id, stage, filter, value, question, answer HAVING sum(change) <> 0
  ORDER BY technique_id, stage, filter, value, question, answer
  ON CONFLICT ON CONSTRAINT counts_technique_id_stage_filter_value_question_answer_pk DO UPDATE SET n = c.n + excluded.n;
  IF after.thread_id IS NULL THEN
    DELETE FROM health.tallied WHERE thread_id = of_thread;
  ELSE
    INSERT INTO health.tallied (thread_id, technique_id, filters, first, latest)
    VALUES (of_thread, after.technique_id, after.filters, after.first, after.latest)
    ON CONFLICT (thread_id) DO UPDATE SET technique_id = excluded.technique_id, filters = excluded.filters,
      first = excluded.first, latest = excluded.latest;
  END IF;
END $$;
--> statement-breakpoint
CREATE FUNCTION health.count_testimonial() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM health.count_again(coalesce(NEW.thread_id, OLD.thread_id));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER testimonials_count AFTER INSERT OR UPDATE OR DELETE ON health.testimonials
  FOR EACH ROW EXECUTE FUNCTION health.count_testimonial();
--> statement-breakpoint
CREATE FUNCTION health.count_follow_up() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM FROM health.testimonials WHERE thread_id = coalesce(NEW.thread_id, OLD.thread_id) FOR UPDATE;
  PERFORM health.count_again(coalesce(NEW.thread_id, OLD.thread_id));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER follow_ups_count AFTER INSERT OR UPDATE OR DELETE ON health.follow_ups
  FOR EACH ROW EXECUTE FUNCTION health.count_follow_up();
--> statement-breakpoint
-- Makes all counts anew. Returns how many of them were wrong.
CREATE FUNCTION health.recount() RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE wrong integer;
BEGIN
  LOCK TABLE health.testimonials, health.follow_ups IN SHARE ROW EXCLUSIVE MODE;
  CREATE TEMPORARY TABLE counted_anew ON COMMIT DROP AS
    SELECT c.technique_id, c.stage, c.filter, c.value, c.question, c.answer, count(*)::integer AS n
    FROM health.to_tally t, health.cells(t.technique_id, t.filters, t.first, t.latest) c GROUP BY 1, 2, 3, 4, 5, 6;
  SELECT count(*) INTO wrong FROM counted_anew a
    FULL JOIN (SELECT * FROM health.counts WHERE n <> 0) c USING (technique_id, stage, filter, value, question, answer)
    WHERE a.n IS DISTINCT FROM c.n;
  DELETE FROM health.counts;
  INSERT INTO health.counts SELECT * FROM counted_anew;
  DELETE FROM health.tallied;
  INSERT INTO health.tallied SELECT thread_id, technique_id, filters, first, latest FROM health.to_tally;
  DROP TABLE counted_anew;
  RETURN wrong;
END $$;
--> statement-breakpoint
-- Answers of what was withdrawn long enough ago; their author is not here any more to say so.
CREATE FUNCTION health.erase_withdrawn(before timestamptz) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  DELETE FROM health.testimonials h USING threads t WHERE t.id = h.thread_id AND t.withdrawn_at < before
$$;
--> statement-breakpoint

-- What may be read, by purpose. An answer that its author keeps off the page is null here.
CREATE FUNCTION health.kept_off(hidden answer_field[], field answer_field) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT field = ANY (hidden)
$$;
--> statement-breakpoint
CREATE VIEW health.shown AS
SELECT thread_id, technique_id, interest, given_by, setting, areas, region,
  CASE WHEN health.kept_off(hidden_answers, 'pressure') THEN NULL ELSE pressure END AS pressure,
  CASE WHEN health.kept_off(hidden_answers, 'session') THEN NULL ELSE session_minutes END AS session_minutes,
  CASE WHEN health.kept_off(hidden_answers, 'frequency') THEN NULL ELSE frequency END AS frequency,
  CASE WHEN health.kept_off(hidden_answers, 'frequency') THEN NULL ELSE weeks END AS weeks,
  CASE WHEN health.kept_off(hidden_answers, 'expected') THEN NULL ELSE expected END AS expected,
  effect,
  CASE WHEN health.kept_off(hidden_answers, 'effects') THEN NULL ELSE effect_days END AS effect_days,
  CASE WHEN health.kept_off(hidden_answers, 'effects') THEN NULL ELSE effect_intensity END AS effect_intensity,
  CASE WHEN health.kept_off(hidden_answers, 'effects') THEN NULL ELSE effect_length END AS effect_length,
  CASE WHEN health.kept_off(hidden_answers, 'function') THEN NULL ELSE function_before END AS function_before,
  CASE WHEN health.kept_off(hidden_answers, 'function') THEN NULL ELSE function_after END AS function_after,
  CASE WHEN health.kept_off(hidden_answers, 'relief') THEN NULL ELSE relief END AS relief,
  unwanted, unwanted_text,
  CASE WHEN health.kept_off(hidden_answers, 'touch_painful') THEN NULL ELSE touch_painful END AS touch_painful,
  CASE WHEN health.kept_off(hidden_answers, 'cost') THEN NULL ELSE cost END AS cost,
  CASE WHEN health.kept_off(hidden_answers, 'continuing') THEN NULL ELSE continuing END AS continuing,
  CASE WHEN health.kept_off(hidden_answers, 'continuing') THEN NULL ELSE stopped_why END AS stopped_why,
  CASE WHEN health.kept_off(hidden_answers, 'other_changes') THEN '{}' ELSE other_changes END AS other_changes,
  would_again,
  CASE WHEN health.kept_off(hidden_answers, 'diagnosed') THEN NULL ELSE diagnosed END AS diagnosed,
  CASE WHEN health.kept_off(hidden_answers, 'migraine_type') THEN NULL ELSE migraine_type END AS migraine_type,
  tip, story, story_html, told_at, quoted_at IS NOT NULL AS quotable
FROM health.testimonials WHERE shown_at IS NOT NULL;
--> statement-breakpoint
CREATE VIEW health.shown_follow_ups AS
SELECT f.id, f.thread_id, f.after, f.effect,
  CASE WHEN health.kept_off(t.hidden_answers, 'effects') THEN NULL ELSE f.effect_days END AS effect_days,
  CASE WHEN health.kept_off(t.hidden_answers, 'effects') THEN NULL ELSE f.effect_intensity END AS effect_intensity,
  CASE WHEN health.kept_off(t.hidden_answers, 'effects') THEN NULL ELSE f.effect_length END AS effect_length,
  CASE WHEN health.kept_off(t.hidden_answers, 'function') THEN NULL ELSE f.function_after END AS function_after,
  CASE WHEN health.kept_off(t.hidden_answers, 'relief') THEN NULL ELSE f.relief END AS relief,
  f.unwanted, f.unwanted_text,
  CASE WHEN health.kept_off(t.hidden_answers, 'continuing') THEN NULL ELSE f.continuing END AS continuing,
  CASE WHEN health.kept_off(t.hidden_answers, 'continuing') THEN NULL ELSE f.stopped_why END AS stopped_why,
  f.note_html, f.told_at
FROM health.follow_ups f JOIN health.testimonials t ON t.thread_id = f.thread_id WHERE t.shown_at IS NOT NULL;
--> statement-breakpoint
-- An article may be public, so only what is public is quoted.
CREATE VIEW health.quotable AS
SELECT h.thread_id, h.story, h.tip, h.interest
FROM health.testimonials h JOIN threads t ON t.id = h.thread_id
WHERE h.quoted_at IS NOT NULL AND h.shown_at IS NOT NULL AND t.visible AND t.audience = 'public';
--> statement-breakpoint

-- The tables themselves: only for their author, whom the application names by the seals of what they told.
ALTER TABLE health.testimonials ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY own ON health.testimonials
  USING (seal = ANY ((SELECT string_to_array(current_setting('unknot.seals', true), ','))::text[]))
  WITH CHECK (seal = ANY ((SELECT string_to_array(current_setting('unknot.seals', true), ','))::text[]));
--> statement-breakpoint
ALTER TABLE health.follow_ups ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY own ON health.follow_ups
  USING (EXISTS (SELECT FROM health.testimonials t WHERE t.thread_id = follow_ups.thread_id));
--> statement-breakpoint
ALTER TABLE health.consents ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY own ON health.consents
  USING (EXISTS (SELECT FROM health.testimonials t WHERE t.thread_id = consents.thread_id));
--> statement-breakpoint
ALTER TABLE health.quotes ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY agreed ON health.quotes
  USING (EXISTS (SELECT FROM health.quotable q WHERE q.thread_id = quotes.testimonial_id));
--> statement-breakpoint
ALTER TABLE health.tallied ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint

-- Whoever becomes a provider is no patient in the numbers any more. What they told as a persona leads to nobody, and stays.
CREATE FUNCTION health.label_provider() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE health.testimonials h SET interest = true FROM threads t WHERE t.id = h.thread_id AND t.author_id = NEW.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER members_provider AFTER UPDATE OF role ON members
  FOR EACH ROW WHEN (NEW.role = 'provider' AND OLD.role <> 'provider') EXECUTE FUNCTION health.label_provider();
--> statement-breakpoint

CREATE FUNCTION count_thanks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE threads t SET thanks_count = thanks_count
      + (NEW.kind IS NOT DISTINCT FROM 'thanks')::int - (OLD.kind IS NOT DISTINCT FROM 'thanks')::int
    WHERE t.id = coalesce(NEW.thread_id, OLD.thread_id) AND t.kind = 'testimonial'
      AND (NEW.kind IS NOT DISTINCT FROM 'thanks') <> (OLD.kind IS NOT DISTINCT FROM 'thanks');
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER reactions_thanks AFTER INSERT OR UPDATE OR DELETE ON reactions
  FOR EACH ROW EXECUTE FUNCTION count_thanks();
--> statement-breakpoint
-- The queue's own tables are for their owner only, so the application puts a job there through this.
CREATE FUNCTION add_job(task text, payload json, job_key text, in_days integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM graphile_worker.add_job(task, payload := payload, job_key := job_key,
    run_at := CASE WHEN in_days IS NOT NULL THEN now() + make_interval(days => in_days) END);
END $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION add_job FROM PUBLIC;
--> statement-breakpoint
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA health FROM PUBLIC;
--> statement-breakpoint
SELECT health.recount();
