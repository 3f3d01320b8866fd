create table risks_child (
  city integer not null,
  id uuid not null,
  person uuid not null,
  ward text,
  birth_year integer,
  reasons text[] not null,
  -- Minus the sum of the weights: lists go from the heaviest, and one direction of order serves paging by comparison of rows.
  rank integer not null,
  found_on date not null,
  status text not null,
  -- Whether the child is shown where no status is asked for.
  listed boolean not null,
  worker uuid,
  due_on date,
  card bytea not null,
  primary key (city, id)
);
create index risks_child_listed on risks_child (city, listed, rank, found_on, id);
create index risks_child_ward on risks_child (city, ward, listed, rank, found_on, id);
create index risks_child_status on risks_child (city, status, rank, found_on, id);
create index risks_child_found on risks_child (city, listed, found_on);
create index risks_child_person on risks_child (city, person);
create index risks_child_worker on risks_child (city, worker, due_on) where worker is not null;
create index risks_child_counts on risks_child (city, listed, ward, status);
-- A line a reason: a rare reason is found without passing over all the others.
create table risks_reason (
  city integer not null,
  child uuid not null,
  reason text not null,
  listed boolean not null,
  rank integer not null,
  found_on date not null,
  primary key (city, child, reason)
);
create index risks_reason_order on risks_reason (city, reason, listed, rank, found_on, child);
-- next view
create table risks_held (
  city integer not null,
  person uuid not null,
  rule text not null,
  -- Its verdict decides whether the reason holds.
  pair uuid not null,
  primary key (city, person, rule, pair)
);
create index risks_held_pair on risks_held (city, pair);
