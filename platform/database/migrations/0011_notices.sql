-- Which notices somebody has looked at: of an event (`position`) and who was told of it. What one has read is no fact about a child, so not
-- in the log; it cannot be made from the log either, so it is no read model, and a rebuild leaves it as it is.
CREATE TABLE notice_seen (
  city integer NOT NULL REFERENCES city,
  user_id uuid NOT NULL,
  position bigint NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (city, user_id, position)
);
GRANT SELECT, INSERT ON notice_seen TO olle_app;
ALTER TABLE notice_seen ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_city ON notice_seen TO olle_app USING (city = NULLIF(current_setting('olle.city', true), '')::integer);
