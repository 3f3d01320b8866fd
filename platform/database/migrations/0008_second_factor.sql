-- A code from the user's telephone besides the password. The secret is sealed under the user's key; recovery codes are keyed
-- fingerprints. Like the password's hash no fact about the city, so not in the log; that it was added or removed is.
CREATE TABLE second_factor (
  user_id uuid PRIMARY KEY REFERENCES credential (user_id),
  city integer NOT NULL REFERENCES city,
  secret bytea NOT NULL,
  -- False until a first code was right: until then it is asked of nobody.
  confirmed boolean NOT NULL DEFAULT false,
  -- The step of time of the last code taken: no code is taken twice.
  last_step bigint NOT NULL DEFAULT 0,
  recovery bytea[] NOT NULL DEFAULT '{}'
);
GRANT SELECT, INSERT, UPDATE, DELETE ON second_factor TO olle_app;
-- The user's role asks for a second factor and there is none yet: the session opens nothing but the page to add one.
ALTER TABLE session ADD COLUMN must_add_factor boolean NOT NULL DEFAULT false;
