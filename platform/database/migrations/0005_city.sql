-- What the city's own record says of it (accounts.city): the server's role changes no other city, and nothing else of its own.
CREATE FUNCTION olle_describe_city(new_name text, new_country text, new_time_zone text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE city SET name = new_name, country = new_country, time_zone = new_time_zone
  WHERE number = NULLIF(current_setting('olle.city', true), '')::integer;
$$;
REVOKE ALL ON FUNCTION olle_describe_city FROM PUBLIC;
GRANT EXECUTE ON FUNCTION olle_describe_city TO olle_app;
