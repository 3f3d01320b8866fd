create table registers_entry (
  city integer not null,
  id uuid not null,
  register text not null,
  import uuid not null,
  row integer not null,
  ward text,
  sex text,
  birth_year integer,
  status text not null,
  -- Keyed hash of the row's values: whether a row of a file says something new, without opening anything.
  fingerprint bytea not null,
  first_seen date not null,
  last_changed date not null,
  version integer not null,
  -- Whether the row has a number of its own; one without is found by its fingerprint.
  numbered boolean not null,
  primary key (city, id)
);
create index registers_entry_register on registers_entry (city, register, status, id);
create index registers_entry_content on registers_entry (city, register, fingerprint) where not numbered;
-- next view
create table registers_import (
  city integer not null,
  id uuid not null,
  register text not null,
  upload uuid not null,
  -- Sealed: a file may be named after a child.
  file_name bytea not null,
  status text not null,
  by uuid not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  counts jsonb not null,
  quality jsonb not null,
  headers integer not null,
  reason text,
  primary key (city, id)
);
create index registers_import_started on registers_import (city, started_at desc);
-- next view
create table registers_profile (
  city integer not null,
  id uuid not null,
  signature bytea not null,
  -- Sealed: its name and the headers are words that people wrote.
  profile bytea not null,
  primary key (city, id)
);
create index registers_profile_signature on registers_profile (city, signature);
