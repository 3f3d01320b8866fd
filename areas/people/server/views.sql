create table people_person (
  city integer not null,
  id uuid not null,
  sex text,
  ward text,
  birth_year integer,
  household uuid,
  registers text[] not null,
  rows integer not null,
  -- Keyed hash of all that is known: whether linkage says something new of a person, without opening anything.
  essence bytea not null,
  -- Keyed hash of what the parents' names sound like: people who share it may be siblings.
  parents bigint,
  card bytea not null,
  -- Of a person who is nobody any more: who took up the rows.
  into_person uuid,
  primary key (city, id)
);
create index people_person_into on people_person (city, into_person) where into_person is not null;
create index people_person_ward on people_person (city, ward, birth_year, id) where rows > 0;
create index people_person_birth on people_person (city, birth_year, id) where rows > 0;
create index people_person_household on people_person (city, household) where rows > 0;
create index people_person_parents on people_person (city, parents) where rows > 0 and parents is not null;
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
-- next view
create table people_pair (
  city integer not null,
  id uuid not null,
  a uuid not null,
  b uuid not null,
  status text not null,
  weight float8 not null,
  primary key (city, id)
);
create index people_pair_open on people_pair (city, status desc, weight desc, id) where status in ('open', 'later');
create index people_pair_a on people_pair (city, a) where status in ('same', 'not-same');
create index people_pair_b on people_pair (city, b) where status in ('same', 'not-same');
