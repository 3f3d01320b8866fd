-- What the city changed in who holds which grant (accounts.roles): asked with each session, before the city is known.
ALTER TABLE city ADD COLUMN grant_changes jsonb NOT NULL DEFAULT '[]';
CREATE FUNCTION olle_change_grants(new_changes jsonb) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE city SET grant_changes = new_changes
  WHERE number = NULLIF(current_setting('olle.city', true), '')::integer;
$$;
REVOKE ALL ON FUNCTION olle_change_grants FROM PUBLIC;
GRANT EXECUTE ON FUNCTION olle_change_grants TO olle_app;
