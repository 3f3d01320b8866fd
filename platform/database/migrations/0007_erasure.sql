-- Whether a record's key was destroyed: known by the row that writers lock, so that none writes to what another has just erased.
ALTER TABLE record ADD COLUMN erased boolean NOT NULL DEFAULT false;
UPDATE record r SET erased = true, snapshot = NULL, snapshot_version = 0
  FROM subject_key k WHERE k.city = r.city AND k.subject = r.subject AND k.wrapped IS NULL;
-- Few rows, and an import asks for all of a city's.
CREATE INDEX record_erased ON record (city, kind, id) WHERE erased;
