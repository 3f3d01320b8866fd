-- When somebody of a city was erased last: asked with each session, for drafts of before are not given back.
CREATE INDEX subject_key_destroyed ON subject_key (city, destroyed_at) WHERE destroyed_at IS NOT NULL;
