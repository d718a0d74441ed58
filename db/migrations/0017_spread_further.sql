-- Telling the many who watch one thing lets every other job go first.
CREATE OR REPLACE FUNCTION add_job(task text, payload json, job_key text, in_days integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM graphile_worker.add_job(task, payload := payload, job_key := job_key,
    priority := CASE task WHEN 'spread_further' THEN 10 END,
    run_at := CASE WHEN in_days IS NOT NULL THEN now() + make_interval(days => in_days) END);
END $$;
