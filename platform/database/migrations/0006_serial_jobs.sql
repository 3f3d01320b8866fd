-- Jobs with one key wait for one another: two runs of one work side by side would each write what the other writes.
CREATE OR REPLACE FUNCTION olle_enqueue(job text, payload json, job_key text, run_at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM graphile_worker.add_job(
    identifier => job, payload => payload, queue_name => job_key, job_key => job_key, run_at => run_at, max_attempts => 12
  );
END $$;
