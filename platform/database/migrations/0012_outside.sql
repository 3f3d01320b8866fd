-- How somebody is told outside of Olle that something waits. How one wants to be told is no fact about the city: none of it is in the log.

-- A secret address from which a calendar takes its user's days. Found before it is known which city is meant.
CREATE TABLE calendar_address (
  -- SHA-256 of the secret, which is kept nowhere.
  token bytea PRIMARY KEY,
  city integer NOT NULL REFERENCES city,
  user_id uuid NOT NULL UNIQUE,
  language text NOT NULL,
  made_at timestamptz NOT NULL,
  taken_at timestamptz
);
CREATE TABLE notice_choice (
  city integer NOT NULL REFERENCES city,
  user_id uuid NOT NULL,
  language text NOT NULL,
  hour smallint NOT NULL CHECK (hour BETWEEN 0 AND 23),
  kinds text[] NOT NULL,
  mail text NOT NULL,
  push text NOT NULL,
  -- The last day on which that hour was seen to have come, by channel.
  mail_day date,
  push_day date,
  PRIMARY KEY (city, user_id)
);
-- Sealed under the user's key: an address tells who somebody is.
CREATE TABLE notice_mail (
  city integer NOT NULL REFERENCES city,
  user_id uuid NOT NULL,
  address bytea,
  -- An address whose link was not opened yet, with the secret of the link; of that the SHA-256 besides.
  pending bytea,
  token bytea,
  token_until timestamptz,
  -- When the server of the mail last refused the address for good.
  refused_at timestamptz,
  PRIMARY KEY (city, user_id)
);
CREATE TABLE push_key (
  city integer PRIMARY KEY REFERENCES city,
  subject uuid NOT NULL,
  sealed bytea NOT NULL
);
CREATE TABLE push_device (
  city integer NOT NULL REFERENCES city,
  -- SHA-256 of the address to which its messages go; whoever has the address can send to the device, so it is sealed.
  id bytea NOT NULL,
  user_id uuid NOT NULL,
  sealed bytea NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (city, id)
);
CREATE INDEX push_device_of_user ON push_device (city, user_id);
-- What was told on which channel: keyed fingerprints, so that nothing is told twice.
CREATE TABLE notice_told (
  city integer NOT NULL REFERENCES city,
  user_id uuid NOT NULL,
  channel text NOT NULL,
  key bytea NOT NULL,
  day date NOT NULL,
  PRIMARY KEY (city, user_id, channel, key)
);
CREATE INDEX notice_told_day ON notice_told (city, day);
-- A message to one mailbox or device: counts by kind, and what became of it.
CREATE TABLE notice_letter (
  city integer NOT NULL REFERENCES city,
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  channel text NOT NULL,
  device bytea,
  counts jsonb NOT NULL,
  made_at timestamptz NOT NULL,
  ended text,
  PRIMARY KEY (city, id)
);
CREATE INDEX notice_letter_made ON notice_letter (city, made_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON calendar_address TO olle_app;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['notice_choice', 'notice_mail', 'push_key', 'push_device', 'notice_told', 'notice_letter'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO olle_app', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_city ON %I TO olle_app USING (city = NULLIF(current_setting(''olle.city'', true), '''')::integer)', t);
  END LOOP;
END $$;

-- Whoever changes the password, by whatever way, withdraws the address of the calendar; where an administrator gives a new one, as after
-- a telephone was lost, devices are told no more.
CREATE FUNCTION olle_withdraw_addresses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM calendar_address WHERE user_id = NEW.user_id;
  IF NEW.must_change THEN DELETE FROM push_device WHERE city = NEW.city AND user_id = NEW.user_id; END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER withdraw_addresses AFTER UPDATE OF hash ON credential
  FOR EACH ROW WHEN (NEW.hash IS DISTINCT FROM OLD.hash) EXECUTE FUNCTION olle_withdraw_addresses();
