create table risks_pending_reason (
  city integer not null,
  person uuid not null,
  rule text not null,
  -- Its verdict decides whether the reason holds.
  pair uuid not null,
  primary key (city, person, rule, pair)
);
create index risks_pending_reason_pair on risks_pending_reason (city, pair);
