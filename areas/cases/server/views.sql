create table cases_case (
  city integer not null,
  id uuid not null,
  person uuid,
  subject uuid not null,
  status text not null,
  worker uuid not null,
  ward text,
  risk_level text not null,
  birth_year integer,
  opened_on date not null,
  closed_on date,
  due_on date,
  open_actions integer not null,
  card bytea not null,
  primary key (city, id)
);
-- One open case a person: a second click or a second worker does not make a second file.
create unique index cases_case_one_open on cases_case (city, person) where status = 'open' and person is not null;
create index cases_case_worker on cases_case (city, worker, status, due_on);
create index cases_case_due on cases_case (city, status, due_on, id);
