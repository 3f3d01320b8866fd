-- Files that belong to a record: sealed in pieces under the key of the record's subject. No read model: they cannot be made from the log.
CREATE TABLE attachment (
  city integer NOT NULL REFERENCES city,
  id uuid NOT NULL,
  record uuid NOT NULL,
  subject uuid NOT NULL,
  by uuid NOT NULL,
  at timestamptz NOT NULL,
  -- What the sender said it has, and what has arrived in whole pieces: a broken connection goes on from there.
  expected bigint NOT NULL,
  arrived bigint NOT NULL DEFAULT 0,
  -- Once it is whole and was found fit to keep: its name, type, size and hash.
  description bytea,
  PRIMARY KEY (city, id)
);
CREATE INDEX attachment_of_record ON attachment (city, record);
CREATE INDEX attachment_of_subject ON attachment (city, subject);
CREATE INDEX attachment_arriving ON attachment (city, by) WHERE description IS NULL;
CREATE TABLE attachment_piece (
  city integer NOT NULL,
  attachment uuid NOT NULL,
  part text NOT NULL CHECK (part IN ('arriving', 'content', 'thumbnail')),
  number integer NOT NULL,
  sealed bytea NOT NULL,
  PRIMARY KEY (city, attachment, part, number),
  FOREIGN KEY (city, attachment) REFERENCES attachment ON DELETE CASCADE
);
-- Sealed bytes do not get smaller: trying costs time alone.
ALTER TABLE attachment_piece ALTER sealed SET STORAGE EXTERNAL;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['attachment', 'attachment_piece'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO olle_app', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_city ON %I TO olle_app USING (city = NULLIF(current_setting(''olle.city'', true), '''')::integer)', t);
  END LOOP;
END $$;

-- Whatever destroys a key, what was sealed under it goes with it.
CREATE FUNCTION olle_drop_attachments() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM attachment WHERE city = NEW.city AND subject = NEW.subject;
  RETURN NULL;
END $$;
CREATE TRIGGER drop_attachments AFTER UPDATE OF wrapped ON subject_key
  FOR EACH ROW WHEN (NEW.wrapped IS NULL) EXECUTE FUNCTION olle_drop_attachments();
