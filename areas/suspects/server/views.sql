create table suspects_suspect (
  city integer not null,
  id uuid not null,
  -- 'suspected', 'cleared', or 'joined' into another record.
  standing text not null,
  into_id uuid,
  roles text[] not null,
  -- Who works on the cases that he is connected to: they may see him.
  workers uuid[] not null,
  cases integer not null,
  network boolean not null,
  noted_on date not null,
  -- The persons of the registers that he is.
  persons uuid[] not null,
  card bytea not null,
  primary key (city, id)
);
-- The list: networks first, then who was noted last.
create index suspects_suspect_list on suspects_suspect (city, standing, network desc, noted_on desc, id desc);
create index suspects_suspect_into on suspects_suspect (city, into_id) where into_id is not null;
create table suspects_case (
  city integer not null,
  suspect uuid not null,
  case_id uuid not null,
  primary key (city, suspect, case_id)
);
create index suspects_case_case on suspects_case (city, case_id);
create table suspects_token (
  city integer not null,
  token bigint not null,
  id uuid not null,
  primary key (city, token, id)
);
create index suspects_token_id on suspects_token (city, id);
