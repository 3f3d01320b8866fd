-- Who was told of what, by the position of the event; made from the log alone.
create table office_told (
  city integer not null,
  user_id uuid not null,
  position bigint not null,
  case_id uuid not null,
  kind text not null,
  by uuid not null,
  at timestamptz not null,
  primary key (city, user_id, position)
);
create index office_told_case on office_told (city, case_id);
-- What everybody was told who held a role when the event was written.
create table office_told_role (
  city integer not null,
  role text not null,
  position bigint not null,
  case_id uuid not null,
  kind text not null,
  by uuid not null,
  at timestamptz not null,
  primary key (city, role, position)
);
-- Which roles an active user held, from the event with which it began until the one with which it ended.
create table office_role_held (
  city integer not null,
  user_id uuid not null,
  role text not null,
  first bigint not null,
  last bigint,
  primary key (city, user_id, role, first)
);
-- What a user holds now: roles, terms, and whether they are active.
create table office_role_holder (
  city integer not null,
  user_id uuid not null,
  held jsonb not null,
  primary key (city, user_id)
);
-- With whether it was looked at, which is no read model (`notice_seen`). Nothing in it says who a child is.
create view office_notice with (security_invoker = true) as
  select t.city, t.position || '.' || t.user_id as id, t.position, t.user_id, t.case_id, t.kind, t.by, t.at, s.at as seen_at
  from (
    select city, user_id, position, case_id, kind, by, at from office_told
    union all
    -- Nobody of what they did themselves, and nobody twice.
    select r.city, h.user_id, r.position, r.case_id, r.kind, r.by, r.at
    from office_told_role r join office_role_held h
      on h.city = r.city and h.role = r.role and h.first < r.position and (h.last is null or h.last > r.position) and h.user_id <> r.by
    where not exists (select from office_told o where o.city = r.city and o.user_id = h.user_id and o.position = r.position)
  ) t left join notice_seen s on s.city = t.city and s.user_id = t.user_id and s.position = t.position;
grant select on office_notice to olle_app;
