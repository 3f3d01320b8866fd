-- Whether work is to stop is an event of what it works on.
ALTER TABLE job_progress DROP COLUMN cancel;
