create table risks_child (
  city integer not null,
  id uuid not null,
  person uuid not null,
  ward text,
  birth_year integer,
  reasons text[] not null,
  score integer not null,
  found_on date not null,
  status text not null,
  worker uuid,
  due_on date,
  card bytea not null,
  primary key (city, id)
);
create index risks_child_score on risks_child (city, score desc, found_on, id);
create index risks_child_person on risks_child (city, person);
create index risks_child_due on risks_child (city, worker, due_on);
