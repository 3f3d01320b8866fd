create table partners_organisation (
  city integer not null,
  id uuid not null,
  name text not null,
  other_names text[] not null,
  -- All its names, folded, and what their words sound like in any script.
  folded text not null,
  sounds text[] not null,
  category text not null,
  status text not null,
  services text[] not null,
  -- Empty: all of the city.
  wards text[] not null,
  places integer,
  taken integer not null,
  counted_on date,
  -- When agreements hold.
  agreed datemultirange not null,
  -- When it is open, in minutes of the week from Monday 00:00; and when it can be reached besides.
  open int4multirange not null,
  emergency int4multirange not null,
  primary key (city, id)
);
create index partners_organisation_name on partners_organisation (city, status, name, id);
create index partners_organisation_services on partners_organisation using gin (services);
