-- Files on their way in: sealed piece by piece as they arrive, gone once they have been taken in. Not a fact, so not in the log.
CREATE TABLE register_upload (
  city integer NOT NULL REFERENCES city,
  id uuid NOT NULL,
  file_name text NOT NULL,
  by uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  bytes bigint NOT NULL DEFAULT 0,
  complete boolean NOT NULL DEFAULT false,
  PRIMARY KEY (city, id)
);
CREATE TABLE register_upload_chunk (
  city integer NOT NULL,
  upload uuid NOT NULL,
  number integer NOT NULL,
  sealed bytea NOT NULL,
  PRIMARY KEY (city, upload, number),
  FOREIGN KEY (city, upload) REFERENCES register_upload ON DELETE CASCADE
);
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['register_upload', 'register_upload_chunk'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO olle_app', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_city ON %I TO olle_app USING (city = NULLIF(current_setting(''olle.city'', true), '''')::integer)', t);
  END LOOP;
END $$;
