import { readFileSync } from 'node:fs';
import { searchKeys } from '@olle/names';
import type { View } from '../../../platform/ledger/view.ts';
import { type Sealing, sealJson } from '../../../platform/sealing/sealing.ts';
import { phoneKey, searchPurpose } from '../../people/domain/index.ts';
import {
  bornOf,
  type CaseState,
  type ConcernState,
  forbiddenNumbers,
  lastDayOfConsent,
  phaseOf,
  stayNow,
  tasksOf,
  traffickingOf,
} from '../domain/index.ts';
import { writeSideTables } from './caseSideTables.ts';
import { readersOf } from './reach.ts';

const [caseDdl, concernDdl, tokenDdl, safeContactDdl] = readFileSync(new URL('./views.sql', import.meta.url), 'utf8').split(
  '-- next view',
) as [string, string, string, string];

export const caseBinding = (city: number, id: string) => `cases_case|${city}|${id}`;
export const concernBinding = (city: number, id: string) => `cases_concern|${city}|${id}`;

/** The day of the last visit at which the child was seen. */
const seenOn = ({ followUp }: CaseState): string | null =>
  followUp.visits.reduce<string | null>((last, { outcome, on }) => (outcome === 'seen' && on && on > (last ?? '') ? on : last), null);

/** What of a row may change after the case was opened. */
const changing = [
  'birth_from',
  'birth_to',
  ...['person', 'status', 'worker', 'team', 'risk_level', 'closed_on', 'due_on', 'tasks', 'double', 'trafficking'],
  ...['consented_until', 'opened_to', 'touched_on', 'seen_on', 'referrals', 'flags', 'phase', 'lives', 'card'],
];

const cases: View = {
  name: 'cases.cases',
  ddl: caseDdl,
  tables: ['cases_case', 'cases_reach', 'cases_task', 'cases_opening', 'cases_flag', 'cases_lent'],
  recordIn: {
    cases_reach: 'case_id',
    cases_task: 'case_id',
    cases_opening: 'case_id',
    cases_flag: 'case_id',
    cases_lent: 'case_id',
  },
  kinds: ['cases.case'],
  refusals: { cases_case_one_open: 'cases.person-has-case' },
  revision: 8,
  async apply(tx, changes) {
    const rows = changes.map(({ city, id, state, key, facts, events }) => {
      const s = state as CaseState;
      const tasks = tasksOf(s);
      return {
        ...{
          city,
          id,
          person: s.person,
          subject: s.sealedFor ?? id,
          status: s.status,
          worker: s.worker,
          team: facts['team'],
          ward: s.ward,
        },
        ...{
          risk_level: s.riskLevel,
          birth_from: bornOf(s)?.first ?? null,
          birth_to: bornOf(s)?.last ?? null,
          opened_on: s.openedOn,
          closed_on: s.closedOn,
          due_on: tasks[0]?.due ?? null,
        },
        ...{ tasks: tasks.length, double: s.double ?? false, trafficking: traffickingOf(s), source: s.source },
        opened_to: facts['openedTo'],
        touched_on: events.at(-1)!.at.slice(0, 10),
        seen_on: seenOn(s),
        consented_until: lastDayOfConsent(s),
        phase: phaseOf(s),
        lives: stayNow(s)?.kind ?? null,
        referrals: [...new Set(s.referrals.map(({ status }) => status))].sort(),
        flags: s.flags.filter(({ settled }) => settled === null).length,
        card: `\\x${sealJson(key, { name: s.name }, caseBinding(city, id)).toString('hex')}`,
      };
    });
    // Most of what is written into a case changes nothing that a list shows, and then no row is written.
    await tx.query(
      `insert into cases_case (city, id, subject, ${changing.join(', ')}, ward, opened_on, source)
       select city, id, subject, ${changing.join(', ')}, ward, opened_on, source from jsonb_populate_recordset(null::cases_case, $1)
       on conflict (city, id) do update set ${changing.map((column) => `${column} = excluded.${column}`).join(', ')}
         where (${changing.map((column) => `cases_case.${column}`).join(', ')}) is distinct from (${changing.map((column) => `excluded.${column}`).join(', ')})`,
      [JSON.stringify(rows)],
      { name: 'cases-case' },
    );
    const tasks = changes.flatMap(({ id, state }) => {
      const s = state as CaseState;
      const waiting = tasksOf(s);
      return waiting.map((task) => ({ ...task, of: id, worker: s.worker, first: waiting.find(({ kind }) => kind === task.kind) === task }));
    });
    const reach = changes.flatMap(({ id, state, facts }) =>
      readersOf(state as CaseState, facts['team'] as readonly string[]).map((who) => ({ id, who })),
    );
    await tx.query(
      `with task as (select * from unnest($3::uuid[], $4::uuid[], $5::text[], $6::uuid[], $7::text[], $8::date[], $9::uuid[], $10::boolean[]) t(case_id, id, kind, who, role, due, worker, first)),
         gone as (
           delete from cases_task old using unnest($2::uuid[]) c(id) where old.city = $1 and old.case_id = c.id
             and not exists (select 1 from task t where t.case_id = old.case_id and t.kind = old.kind and t.id = old.id)),
         reach as (select * from unnest($11::uuid[], $12::uuid[]) r(who, case_id)),
         lost as (
           delete from cases_reach old using unnest($2::uuid[]) c(id) where old.city = $1 and old.case_id = c.id
             and not exists (select 1 from reach r where r.case_id = old.case_id and r.who = old.who)),
         won as (insert into cases_reach (city, who, case_id) select $1, r.* from reach r on conflict do nothing)
       insert into cases_task (city, case_id, id, kind, who, role, due, worker, first) select $1, t.* from task t
       on conflict (city, case_id, kind, id) do update
         set who = excluded.who, role = excluded.role, due = excluded.due, worker = excluded.worker, first = excluded.first
         where (cases_task.who, cases_task.role, cases_task.due, cases_task.worker, cases_task.first)
           is distinct from (excluded.who, excluded.role, excluded.due, excluded.worker, excluded.first)`,
      [
        tx.city,
        changes.map(({ id }) => id),
        tasks.map((task) => task.of),
        tasks.map((task) => task.id),
        tasks.map(({ kind }) => kind),
        tasks.map(({ who }) => who),
        tasks.map(({ role }) => role ?? null),
        tasks.map(({ due }) => due),
        tasks.map(({ worker }) => worker),
        tasks.map(({ first }) => first),
        reach.map(({ who }) => who),
        reach.map(({ id }) => id),
      ],
      { name: 'cases-tasks' },
    );
    await writeSideTables(tx, changes);
  },
};

const concerns: View = {
  name: 'cases.concerns',
  ddl: concernDdl,
  tables: ['cases_concern'],
  kinds: ['cases.concern'],
  revision: 2,
  async apply(tx, changes) {
    for (const { city, id, state, key } of changes) {
      const s = state as ConcernState;
      await tx.query(
        `insert into cases_concern (city, id, person, subject, status, raised_by, raised_on, source, ward, birth_from, birth_to, case_id, card)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
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
          s.born?.first ?? null,
          s.born?.last ?? null,
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
    // A child is called in its file what it was called at first.
    const fresh = changes.filter(({ events }) => events.some(({ type }) => type === 'case-opened' || type === 'concern-raised'));
    if (fresh.length === 0) return;
    const found = fresh.flatMap(({ city, id, state, kind }) =>
      tokensOf(sealing, city, (state as CaseState | ConcernState).name).map((token) => ({ token, id, kind })),
    );
    await tx.query(
      'insert into cases_token (city, token, id, kind) select $1, t.* from unnest($2::bigint[], $3::uuid[], $4::text[]) t on conflict do nothing',
      [tx.city, found.map(({ token }) => token), found.map(({ id }) => id), found.map(({ kind }) => kind)],
      { name: 'cases-tokens' },
    );
  },
};

const safeContact: View = {
  name: 'cases.safe-contact',
  ddl: safeContactDdl,
  tables: ['cases_safe_contact', 'cases_forbidden_number'],
  recordIn: { cases_safe_contact: 'case_id', cases_forbidden_number: 'case_id' },
  kinds: ['cases.case'],
  revision: 2,
  async apply(tx, changes, sealing) {
    // A case opened in error says nothing of a child.
    const meant = changes.filter(({ state }) => (state as CaseState).closeReason !== 'opened-in-error');
    const forbidden = meant.flatMap(({ id, state }) => {
      const { person, safeguards } = state as CaseState;
      return safeguards.contact?.notAtHome && person ? [{ id, person }] : [];
    });
    const ids = changes.map(({ id }) => id);
    await tx.query(
      `with forbidden as (select * from unnest($3::uuid[], $4::uuid[]) f(case_id, person)),
         gone as (
           delete from cases_safe_contact where city = $1 and case_id = any($2) and case_id not in (select case_id from forbidden))
       insert into cases_safe_contact (city, case_id, person) select $1, f.* from forbidden f
       on conflict (city, case_id) do update set person = excluded.person`,
      [tx.city, ids, forbidden.map(({ id }) => id), forbidden.map(({ person }) => person)],
      { name: 'cases-safe-contact' },
    );
    const numbers = meant.flatMap(({ id, state }) =>
      forbiddenNumbers(state as CaseState).map((number) => ({ id, token: sealing.blind(tx.city, searchPurpose, phoneKey(number)) })),
    );
    await tx.query(
      `with forbidden as (select * from unnest($3::uuid[], $4::bigint[]) f(case_id, token)),
         gone as (
           delete from cases_forbidden_number n where city = $1 and case_id = any($2)
             and not exists (select from forbidden f where f.case_id = n.case_id and f.token = n.token))
       insert into cases_forbidden_number (city, case_id, token) select $1, f.* from forbidden f on conflict do nothing`,
      [tx.city, ids, numbers.map(({ id }) => id), numbers.map(({ token }) => token)],
      { name: 'cases-forbidden-number' },
    );
  },
};

export const views: readonly View[] = [cases, concerns, tokens, safeContact];
