-- The last day, by the city's calendar, on which a session's roles are those of its user: a role held for a time begins or ends after it.
ALTER TABLE session ADD COLUMN last_day date;
