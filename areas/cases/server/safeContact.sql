-- Children whose home must not be called, and so nobody of their household: whatever page would show a number asks here first. It outlives
-- the case's closing; a case opened in error has none.
create table cases_safe_contact (
  city integer not null,
  case_id uuid not null,
  person uuid not null,
  primary key (city, case_id)
);
create index cases_safe_contact_person on cases_safe_contact (city, person);
-- Numbers of grown-ups who must not be called, as blind keys: whoever else has the number, it is not shown there either.
create table cases_do_not_call (
  city integer not null,
  case_id uuid not null,
  token bigint not null,
  primary key (city, token, case_id)
);
create index cases_do_not_call_case on cases_do_not_call (city, case_id);
