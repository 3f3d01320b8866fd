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
