create table people_member (
  city integer not null,
  entry uuid not null,
  person uuid not null,
  primary key (city, entry, person)
);
create index people_member_person on people_member (city, person);
-- With whom rows once stood, and until which position of the log: whose they were last, and who was joined with whom.
create table people_former (
  city integer not null,
  entry uuid not null,
  person uuid not null,
  position bigint not null,
  primary key (city, entry, person)
);
create index people_former_person on people_former (city, person);
create table people_token (
  city integer not null,
  token bigint not null,
  person uuid not null,
  -- What a search is narrowed by stands in the index itself: of ten thousand people of one name only those of the ward are looked up.
  ward text,
  birth_year integer,
  primary key (city, token, person) include (ward, birth_year)
);
create index people_token_person on people_token (city, person);
