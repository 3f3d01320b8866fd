-- What was referred to partners. A partner's lists are made of this table and of nothing else.
create table referrals_referral (
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
-- The orders of a partner's lists: what is to be answered, what is being done, what has ended.
create index referrals_referral_organisation on referrals_referral (city, organisation, status, answer_by, id);
create index referrals_referral_until on referrals_referral (city, organisation, status, until, id);
create index referrals_referral_ended on referrals_referral (city, organisation, coalesce(ended_on, until), id);
-- What is sealed under a person's key is found for erasure.
create index referrals_referral_subject on referrals_referral (city, subject);
create index referrals_referral_case on referrals_referral (city, case_id);
