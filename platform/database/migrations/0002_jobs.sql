-- The queue (schema graphile_worker, made by the worker's own migrations) is the owner's; the server's role adds work through
-- this door alone, in the transaction that makes the work necessary.
CREATE FUNCTION olle_enqueue(job text, payload json, job_key text, run_at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM graphile_worker.add_job(identifier => job, payload => payload, job_key => job_key, run_at => run_at, max_attempts => 12);
END $$;
REVOKE ALL ON FUNCTION olle_enqueue FROM PUBLIC;
GRANT EXECUTE ON FUNCTION olle_enqueue TO olle_app;

-- Progress of long work, for screens: not a fact, so not in the log.
CREATE TABLE job_progress (
  city integer NOT NULL REFERENCES city,
  id uuid NOT NULL,
  job text NOT NULL,
  stage text NOT NULL DEFAULT 'waiting',
  done bigint NOT NULL DEFAULT 0,
  total bigint,
  cancel boolean NOT NULL DEFAULT false,
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (city, id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON job_progress TO olle_app;
ALTER TABLE job_progress ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_city ON job_progress TO olle_app USING (city = NULLIF(current_setting('olle.city', true), '')::integer);
