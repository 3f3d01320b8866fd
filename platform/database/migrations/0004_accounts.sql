-- Who may come in. None of it is in the log: a password's hash and an open session are not facts about the city, and both must be
-- found before it is known which city is meant. No name stands here: a user name is a keyed fingerprint.
CREATE TABLE credential (
  login bytea PRIMARY KEY,
  city integer NOT NULL REFERENCES city,
  user_id uuid NOT NULL UNIQUE,
  hash text NOT NULL,
  changed_at timestamptz NOT NULL,
  -- A password somebody else chose: it opens nothing but the page to change it.
  must_change boolean NOT NULL DEFAULT false
);
CREATE TABLE session (
  token bytea PRIMARY KEY,
  id uuid NOT NULL,
  city integer NOT NULL REFERENCES city,
  user_id uuid NOT NULL,
  roles text[] NOT NULL,
  csrf text NOT NULL,
  created_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL
);
CREATE INDEX session_of_user ON session (user_id);
CREATE TABLE throttle (
  key bytea PRIMARY KEY,
  failures integer NOT NULL,
  until timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON credential, session, throttle TO olle_app;

-- The first city, once: afterwards only the owner adds cities.
CREATE FUNCTION olle_found_first_city(id uuid, name text, country text, time_zone text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  LOCK TABLE city IN EXCLUSIVE MODE;
  IF EXISTS (SELECT 1 FROM city) THEN RAISE EXCEPTION 'a city is there already' USING ERRCODE = 'unique_violation', CONSTRAINT = 'city_pkey'; END IF;
  INSERT INTO city (number, id, name, country, time_zone) VALUES (1, id, name, country, time_zone);
  INSERT INTO ledger_head (city) VALUES (1);
END $$;
REVOKE ALL ON FUNCTION olle_found_first_city FROM PUBLIC;
GRANT EXECUTE ON FUNCTION olle_found_first_city TO olle_app;
