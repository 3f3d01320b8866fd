-- The partner organisation whose user a session is; no session of an organisation that was closed may go on.
ALTER TABLE session ADD COLUMN organisation uuid;
CREATE INDEX session_of_organisation ON session (organisation) WHERE organisation IS NOT NULL;
