create table risks_held (
  city integer not null,
  person uuid not null,
  rule text not null,
  -- Its verdict decides whether the reason holds.
  pair uuid not null,
  primary key (city, person, rule, pair)
);
create index risks_held_pair on risks_held (city, pair);
