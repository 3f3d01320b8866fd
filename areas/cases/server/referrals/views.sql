-- What was referred to partners. A partner's lists are made of this table and of nothing else.
create table cases_referral (
  city integer not null,
  id uuid not null,
  case_id uuid not null,
  -- Whose key seals the card.
  subject uuid not null,
  organisation uuid not null,
  status text not null,
  service text not null,
  urgency text not null,
  sent_on date not null,
  answer_by date not null,
  until date not null,
  ended_on date,
  -- Whether the partner waits for an answer of the office.
  asked boolean not null,
  card bytea not null,
  primary key (city, id)
);
create index cases_referral_organisation on cases_referral (city, organisation, status, answer_by, id);
create index cases_referral_case on cases_referral (city, case_id);
