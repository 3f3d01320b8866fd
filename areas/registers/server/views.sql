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
  first_seen date not null,
  last_changed date not null,
  version integer not null,
  primary key (city, id)
);
create index registers_entry_register on registers_entry (city, register, status, id);
-- next view
create table registers_import (
  city integer not null,
  id uuid not null,
  register text not null,
  file_name text not null,
  status text not null,
  by uuid not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  counts jsonb,
  set_aside integer not null,
  reason text,
  primary key (city, id)
);
create index registers_import_started on registers_import (city, started_at desc);
