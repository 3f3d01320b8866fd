-- The calendar that a city chose for its dates stands with its name and country.
ALTER TABLE city ADD COLUMN calendar text;
DROP FUNCTION olle_describe_city(text, text, text);
CREATE FUNCTION olle_describe_city(new_name text, new_country text, new_time_zone text, new_calendar text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE city SET name = new_name, country = new_country, time_zone = new_time_zone, calendar = new_calendar
  WHERE number = NULLIF(current_setting('olle.city', true), '')::integer;
$$;
REVOKE ALL ON FUNCTION olle_describe_city FROM PUBLIC;
GRANT EXECUTE ON FUNCTION olle_describe_city TO olle_app;
