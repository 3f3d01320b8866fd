import { readFileSync } from 'node:fs';
import { searchKeys } from '@olle/names';
import type { View } from '../../../platform/ledger/view.ts';
import { type Sealing, sealJson } from '../../../platform/sealing/sealing.ts';
import { type CaseState, type ConcernState, consentFor, tasksOf, traffickingOf } from '../domain/index.ts';

const [caseDdl, concernDdl, tokenDdl, safeContactDdl] = readFileSync(new URL('./views.sql', import.meta.url), 'utf8').split(
  '-- next view',
) as [string, string, string, string];

export const caseBinding = (city: number, id: string) => `cases_case|${city}|${id}`;
export const concernBinding = (city: number, id: string) => `cases_concern|${city}|${id}`;

/** The day of the last visit at which the child was seen. */
const seenOn = ({ followUp }: CaseState): string | null =>
  followUp.visits.reduce<string | null>((last, { outcome, on }) => (outcome === 'seen' && on && on > (last ?? '') ? on : last), null);

/** Until when what the work on the case rests on holds, as it stood on that day; null where there is nothing. */
function consentUntil(state: CaseState, day: string): string | null {
  const { status, consent } = consentFor(state, 'case-work', day);
  if (status !== 'valid' && status !== 'emergency') return null;
  return [...state.consents.ledger, ...state.consents.emergencies].find(({ id }) => id === consent)?.until ?? null;
}

const cases: View = {
  name: 'cases.cases',
  ddl: caseDdl,
  tables: ['cases_case', 'cases_task', 'cases_opening'],
  recordIn: { cases_task: 'case_id', cases_opening: 'case_id' },
  kinds: ['cases.case'],
  refusals: { cases_case_one_open: 'cases.person-has-case' },
  revision: 4,
  async apply(tx, changes) {
    for (const { city, id, state, key, facts, events } of changes) {
      const s = state as CaseState;
      const tasks = tasksOf(s);
      const touchedOn = events.at(-1)!.at.slice(0, 10);
      await tx.query(
        `insert into cases_case (city, id, person, subject, status, worker, team, opened_to, ward, risk_level, birth_year, opened_on, closed_on, due_on, tasks, touched_on, seen_on, consent_until, double, trafficking, card)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
         on conflict (city, id) do update set person = excluded.person, status = excluded.status, worker = excluded.worker, team = excluded.team, opened_to = excluded.opened_to, risk_level = excluded.risk_level,
           closed_on = excluded.closed_on, due_on = excluded.due_on, tasks = excluded.tasks,
           touched_on = excluded.touched_on, seen_on = excluded.seen_on, consent_until = excluded.consent_until, double = excluded.double, trafficking = excluded.trafficking, card = excluded.card`,
        [
          city,
          id,
          s.person,
          s.sealedFor ?? id,
          s.status,
          s.worker,
          facts['team'],
          JSON.stringify(facts['openedTo']),
          s.ward,
          s.riskLevel,
          s.birthYear,
          s.openedOn,
          s.closedOn,
          tasks[0]?.due ?? null,
          tasks.length,
          touchedOn,
          seenOn(s),
          consentUntil(s, touchedOn),
          s.double ?? false,
          traffickingOf(s),
          sealJson(key, { name: s.name }, caseBinding(city, id)),
        ],
        { name: 'cases-case' },
      );
      await tx.query(
        `delete from cases_task where city = $1 and case_id = $2
           and not exists (select 1 from unnest($3::text[], $4::uuid[]) t(kind, id) where t.kind = cases_task.kind and t.id = cases_task.id)`,
        [city, id, tasks.map(({ kind }) => kind), tasks.map((task) => task.id)],
        { name: 'cases-tasks-gone' },
      );
      await tx.query(
        `insert into cases_task select $1, $2, * from unnest($3::uuid[], $4::text[], $5::uuid[], $6::date[])
         on conflict (city, case_id, kind, id) do update set who = excluded.who, due = excluded.due`,
        [city, id, tasks.map((task) => task.id), tasks.map(({ kind }) => kind), tasks.map(({ who }) => who), tasks.map(({ due }) => due)],
        { name: 'cases-tasks' },
      );
      for (const one of s.openings)
        await tx.query(
          `insert into cases_opening (city, case_id, id, worker, opened_by, at, until, review_due, justified, reviewed_by, reviewed_on)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
           on conflict (city, case_id, id) do update set worker = excluded.worker, justified = excluded.justified,
             reviewed_by = excluded.reviewed_by, reviewed_on = excluded.reviewed_on`,
          [
            ...[city, id, one.id, s.worker, one.by, one.at, one.until, one.reviewDue],
            ...[one.review?.justified ?? null, one.review?.by ?? null, one.review?.on ?? null],
          ],
          { name: 'cases-opening' },
        );
    }
  },
};

const concerns: View = {
  name: 'cases.concerns',
  ddl: concernDdl,
  tables: ['cases_concern'],
  kinds: ['cases.concern'],
  revision: 1,
  async apply(tx, changes) {
    for (const { city, id, state, key } of changes) {
      const s = state as ConcernState;
      await tx.query(
        `insert into cases_concern (city, id, person, subject, status, raised_by, raised_on, source, ward, birth_year, case_id, card)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
         on conflict (city, id) do update set person = excluded.person, status = excluded.status, case_id = excluded.case_id`,
        [
          city,
          id,
          s.person,
          s.sealedFor ?? id,
          s.status,
          s.raisedBy,
          s.raisedOn,
          s.source,
          s.ward,
          s.birthYear,
          s.case,
          sealJson(key, { name: s.name }, concernBinding(city, id)),
        ],
        { name: 'cases-concern' },
      );
    }
  },
};

/** The keys under which a file is found by its child's name, in any script. */
export const tokensOf = (sealing: Sealing, city: number, name: string): bigint[] =>
  [...new Set(searchKeys(name))].map((key) => sealing.blind(city, 'cases.search', key));

const tokens: View = {
  name: 'cases.tokens',
  ddl: tokenDdl,
  tables: ['cases_token'],
  kinds: ['cases.case', 'cases.concern'],
  revision: 1,
  async apply(tx, changes, sealing) {
    for (const { city, id, state, kind } of changes) {
      const found = tokensOf(sealing, city, (state as CaseState | ConcernState).name);
      await tx.query(
        'insert into cases_token (city, token, id, kind) select $1, token, $3, $4 from unnest($2::bigint[]) t(token) on conflict do nothing',
        [city, found, id, kind],
        { name: 'cases-tokens' },
      );
    }
  },
};

const safeContact: View = {
  name: 'cases.safe-contact',
  ddl: safeContactDdl,
  tables: ['cases_safe_contact'],
  recordIn: { cases_safe_contact: 'case_id' },
  kinds: ['cases.case'],
  revision: 1,
  async apply(tx, changes) {
    for (const { city, id, state } of changes) {
      const { person, closeReason, safeguards } = state as CaseState;
      const forbidden = safeguards.contact?.notAtHome && closeReason !== 'opened-in-error' ? person : null;
      await (forbidden
        ? tx.query(
            'insert into cases_safe_contact values ($1, $2, $3) on conflict (city, case_id) do update set person = excluded.person',
            [city, id, forbidden],
            { name: 'cases-safe-contact' },
          )
        : tx.query('delete from cases_safe_contact where city = $1 and case_id = $2', [city, id], { name: 'cases-safe-contact-gone' }));
    }
  },
};

export const views: readonly View[] = [cases, concerns, tokens, safeContact];
