-- Who reads a case for what he is or was to it; whether he may now, the rules say.
create table cases_reach (
  city integer not null,
  who uuid not null,
  case_id uuid not null,
  primary key (city, who, case_id)
);
create index cases_reach_case on cases_reach (city, case_id);
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
-- Emergency access; why stays in the case.
create table cases_emergency_access (
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
create index cases_emergency_access_waits on cases_emergency_access (city, review_due) where justified is null;
create index cases_emergency_access_at on cases_emergency_access (city, at);
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
