-- The truth: an append-only log of events per record, and what must stand beside it. The server's role `olle_app` may add to the
-- log and read it; nothing here grants it UPDATE or DELETE there. Every row belongs to one city.

CREATE TABLE city (
  number integer PRIMARY KEY CHECK (number > 0),
  id uuid NOT NULL UNIQUE,
  name text NOT NULL,
  country char(2) NOT NULL,
  time_zone text NOT NULL,
  settings jsonb NOT NULL DEFAULT '{}'
);

-- The last position given out in a city. Its row lock orders commits, so positions have no gaps and a reader that has seen
-- position p never misses one below it.
CREATE TABLE ledger_head (
  city integer PRIMARY KEY REFERENCES city,
  position bigint NOT NULL DEFAULT 0
);

CREATE TABLE event (
  city integer NOT NULL REFERENCES city,
  position bigint NOT NULL,
  kind text NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  type text NOT NULL,
  at timestamptz NOT NULL,
  actor uuid NOT NULL,
  command uuid NOT NULL,
  subject uuid NOT NULL,
  coded jsonb NOT NULL,
  identity bytea,
  narrative bytea,
  PRIMARY KEY (city, position),
  UNIQUE (city, id, version)
);

-- A command that was carried out: its id seen again gets the same answer.
CREATE TABLE command (
  city integer NOT NULL REFERENCES city,
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  actor uuid NOT NULL,
  kind text NOT NULL,
  record uuid NOT NULL,
  name text NOT NULL,
  fingerprint bytea NOT NULL,
  version integer NOT NULL,
  PRIMARY KEY (city, id)
);

-- The key of each subject, wrapped by the city's key. Erasure is setting `wrapped` to null.
CREATE TABLE subject_key (
  city integer NOT NULL REFERENCES city,
  subject uuid NOT NULL,
  wrapped bytea,
  destroyed_at timestamptz,
  PRIMARY KEY (city, subject)
);

-- Who was shown whom, and why.
CREATE TABLE read_log (
  city integer NOT NULL REFERENCES city,
  at timestamptz NOT NULL DEFAULT now(),
  sequence bigint GENERATED ALWAYS AS IDENTITY,
  actor uuid NOT NULL,
  kind text NOT NULL,
  ids uuid[] NOT NULL,
  why text NOT NULL,
  PRIMARY KEY (city, sequence)
);
CREATE INDEX read_log_ids ON read_log USING gin (ids);

-- Derived: where each record stands. Made anew by a rebuild. A snapshot is the sealed state at every eighth version.
CREATE TABLE record (
  city integer NOT NULL REFERENCES city,
  id uuid NOT NULL,
  kind text NOT NULL,
  version integer NOT NULL,
  subject uuid NOT NULL,
  snapshot_version integer NOT NULL DEFAULT 0,
  snapshot bytea,
  PRIMARY KEY (city, id)
);

-- Which definition of each read model the tables were filled by; a changed definition is rebuilt at start.
CREATE TABLE view (
  name text PRIMARY KEY,
  definition bytea NOT NULL,
  filled boolean NOT NULL DEFAULT false
);

GRANT SELECT ON city, view TO olle_app;
GRANT INSERT, SELECT ON event, command, read_log TO olle_app;
GRANT INSERT, SELECT, UPDATE ON ledger_head, record, subject_key TO olle_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['ledger_head', 'event', 'command', 'subject_key', 'read_log', 'record'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_city ON %I TO olle_app USING (city = NULLIF(current_setting(''olle.city'', true), '''')::integer)', t);
  END LOOP;
END $$;
