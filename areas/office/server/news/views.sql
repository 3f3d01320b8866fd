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
-- With whether it was looked at, which is no read model (`notice_seen`). Nothing in it says who a child is.
create view office_notice with (security_invoker = true) as
  select t.city, t.position || '.' || t.user_id as id, t.position, t.user_id, t.case_id, t.kind, t.by, t.at, s.at as seen_at
  from office_told t left join notice_seen s on s.city = t.city and s.user_id = t.user_id and s.position = t.position;
grant select on office_notice to olle_app;
