create table cases_case (
  city integer not null,
  id uuid not null,
  person uuid,
  -- Whose key seals the card: the person known when the case was opened, or the case itself.
  subject uuid not null,
  status text not null,
  worker uuid,
  -- Everybody who works on it now.
  team uuid[] not null,
  -- To whom it is open in an emergency, each with the instant until which: [{ who, until }].
  opened_to jsonb not null,
  ward text,
  risk_level text not null,
  -- The first and the last day on which the child may have been born.
  birth_from date,
  birth_to date,
  opened_on date not null,
  closed_on date,
  due_on date,
  tasks integer not null,
  -- The day of the last event; that on which the child was last seen at a visit.
  touched_on date not null,
  seen_on date,
  -- A second file, of a person joined with one who had one.
  double boolean not null,
  -- What was found of trafficking: 'identified' by a formal decision, 'suspected' by a screening.
  trafficking text,
  source text not null,
  -- The last day until which consent to work on the case holds without a gap, danger not counted; null where there is none.
  consented_until date,
  -- How its referrals stand, each status once.
  referrals text[] not null,
  -- How far the work is, and where the child lives; null where that was never written down.
  phase text not null,
  lives text,
  -- Flags that nobody has settled.
  flags integer not null,
  card bytea not null,
  primary key (city, id)
);
-- One open case a person: a second click or a second worker does not make a second file.
create unique index cases_case_one_open on cases_case (city, person) where status = 'open' and person is not null and not double;
create index cases_case_person on cases_case (city, person) where person is not null;
create index cases_case_worker on cases_case (city, worker, status, due_on);
-- What lists are narrowed by and counted by, without a look at the rows.
create index cases_case_counted on cases_case (city, status, ward, risk_level, worker, source, trafficking, due_on);
-- What is sealed under a person's key is found for erasure.
create index cases_case_subject on cases_case (city, subject);
-- The orders of the list; what has nothing due comes last.
create index cases_case_due on cases_case (city, status, (coalesce(due_on, '9999-12-31'::date)), id);
create index cases_case_opened on cases_case (city, status, opened_on, id);
-- Who reads a case for what he is or was to it; whether he may now, the rules say.
create table cases_reach (
  city integer not null,
  who uuid not null,
  case_id uuid not null,
  primary key (city, who, case_id)
);
create index cases_reach_case on cases_reach (city, case_id);
create index cases_case_flagged on cases_case (city, status, worker) where flags > 0;
-- What waits in open cases; what it is in words stays in the case.
create table cases_task (
  city integer not null,
  case_id uuid not null,
  id uuid not null,
  kind text not null,
  -- Null where nobody has the case yet, or where it is for whoever holds a role.
  who uuid,
  role text,
  due date not null,
  -- The case's worker: what the rules ask of a case stands here too. Whether it is the first of its kind in the case.
  worker uuid,
  first boolean not null,
  -- Ids come from who makes a thing: of two kinds they may be the same.
  primary key (city, case_id, kind, id)
);
create index cases_task_who on cases_task (city, who, due);
create index cases_task_due on cases_task (city, due) include (kind, role, worker, first);
create index cases_task_role on cases_task (city, role, due) where role is not null;
-- Openings in an emergency; why stays in the case.
create table cases_opening (
  city integer not null,
  case_id uuid not null,
  id uuid not null,
  -- The case's worker: he is told.
  worker uuid,
  opened_by uuid not null,
  at timestamptz not null,
  until timestamptz not null,
  review_due date not null,
  -- Null until a supervisor has looked at it.
  justified boolean,
  reviewed_by uuid,
  reviewed_on date,
  primary key (city, case_id, id)
);
create index cases_opening_waits on cases_opening (city, review_due) where justified is null;
create index cases_opening_at on cases_opening (city, at);
-- Flags; what they say stays in the case.
create table cases_flag (
  city integer not null,
  case_id uuid not null,
  id uuid not null,
  reason text not null,
  raised_by uuid not null,
  raised_on date not null,
  due date,
  -- Null until it is settled.
  settled_by uuid,
  settled_on date,
  primary key (city, case_id, id)
);
create index cases_flag_raised on cases_flag (city, raised_by, settled_on);
-- Open cases that are with a substitute, because of which leave and whose they are.
create table cases_lent (
  city integer not null,
  case_id uuid not null,
  leave uuid not null,
  of uuid not null,
  primary key (city, leave, case_id)
);
create index cases_lent_case on cases_lent (city, case_id);
-- next view
create table cases_concern (
  city integer not null,
  id uuid not null,
  person uuid,
  subject uuid not null,
  status text not null,
  raised_by uuid not null,
  raised_on date not null,
  source text not null,
  ward text,
  -- The first and the last day on which the child may have been born.
  birth_from date,
  birth_to date,
  case_id uuid,
  card bytea not null,
  primary key (city, id)
);
create index cases_concern_status on cases_concern (city, status, raised_on, id);
create index cases_concern_person on cases_concern (city, person) where person is not null;
create index cases_concern_subject on cases_concern (city, subject);
create index cases_concern_case on cases_concern (city, case_id) where case_id is not null;
-- next view
create table cases_token (
  city integer not null,
  token bigint not null,
  id uuid not null,
  kind text not null,
  primary key (city, token, id)
);
create index cases_token_id on cases_token (city, id);
-- next view
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
create table cases_forbidden_number (
  city integer not null,
  case_id uuid not null,
  token bigint not null,
  primary key (city, token, case_id)
);
create index cases_forbidden_number_case on cases_forbidden_number (city, case_id);
