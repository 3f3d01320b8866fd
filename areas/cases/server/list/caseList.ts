import { sql } from 'kysely';
import { Type } from 'typebox';
import { addDays, Id, IsoDate, Maybe } from '../../../../platform/decider/index.ts';
import type { NarrowingOf } from '../../../../platform/lists/list.ts';
import { type Asker, narrowedTo, type Served } from '../../../../platform/lists/server/reading.ts';
import { listRoutes } from '../../../../platform/lists/server/routes.ts';
import { ListTable, sqlColumn } from '../../../../platform/lists/server/table.ts';
import { ofAge } from '../../../../platform/permissions/ages.ts';
import { livesIn } from '../../../people/server/readers.ts';
import {
  bornOf,
  type CaseState,
  caseList,
  caseRecord,
  caseViewsRecord,
  interestsOf,
  isShownAtOnce,
  lastDayOfConsent,
  phaseOf,
  stayNow,
  tasksOf,
  traffickingOf,
  urgentDangers,
} from '../../domain/index.ts';
import { openedTo } from '../../domain/parts/emergencyAccess.ts';
import { visitSeenOn } from '../../domain/safety/seen.ts';
import { lacking, late } from '../case/lacks.ts';
import { tasksShown } from '../joins.ts';
import { readable } from '../reach.ts';
import { tokensAsked } from '../tokens.ts';
import { caseSideTables } from './caseSideTables.ts';

const { overdue: _, bases: __, touchedOn: ___, ...stored } = caseList.columns;

export const caseTable = new ListTable({
  name: 'cases_case',
  columns: {
    ...stored,
    /** When anything was written last: on which day, the city's time zone says. */
    touchedAt: sqlColumn('timestamptz'),
    /** Whose key seals the row: the person known when the case was opened, or the case itself. */
    subject: Id,
    /** Everybody who works on it now. */
    team: Type.Array(Id),
    /** Who has emergency access, each with the instant until which: [{ who, until }]. */
    openedTo: Type.Unsafe<ReturnType<typeof openedTo>>({ sqlType: 'jsonb' }),
    /** Between which days the child was born, to be narrowed by age. */
    birthFrom: Maybe(IsoDate),
    birthTo: Maybe(IsoDate),
    /** Why it was closed: on it rests how long it is kept. */
    closeReason: Maybe(Type.String()),
    /** A second file, of a person joined with one who had one. */
    double: Type.Boolean(),
    /** How its referrals stand, each status once. */
    referrals: Type.Array(Type.String()),
  },
  sealedFor: 'subject',
  indexes: {
    // One open case a person: a second click or a second worker does not make a second file.
    one_open:
      "create unique index cases_case_one_open on cases_case (city, person) where status = 'open' and person is not null and not double",
    person: 'create index cases_case_person on cases_case (city, person) where person is not null',
    worker: 'city, worker, status, due_on',
    // What lists are narrowed by and counted by, without a look at the rows.
    counted: 'city, status, ward, risk_level, worker, source, trafficking, due_on',
    // What is sealed under a person's key is found for erasure.
    subject: 'city, subject',
    // The orders of the list; what has nothing due comes last.
    due: "city, status, (coalesce(due_on, '9999-12-31'::date)), id",
    opened: 'city, status, opened_on, id',
    flagged: 'create index cases_case_flagged on cases_case (city, status, worker) where flags > 0',
    danger: 'create index cases_case_danger on cases_case (city, status, worker) where danger is not null',
  },
});

export const caseView = caseTable.view<CaseState>({
  name: 'cases.cases',
  kind: caseRecord.kind,
  revision: 21,
  refusals: { cases_case_one_open: 'cases.person-has-case' },
  row(state, { id, facts, events }) {
    const tasks = tasksOf(state);
    const born = bornOf(state);
    return {
      ...state,
      subject: state.sealedFor ?? id,
      team: facts['team'] as string[],
      openedTo: openedTo(state),
      born,
      birthFrom: born?.first ?? null,
      birthTo: born?.last ?? null,
      dueOn: tasks[0]?.due ?? null,
      tasks: tasks.filter(({ kind }) => isShownAtOnce(kind)).length,
      flags: state.flags.filter(({ settled }) => settled === null).length,
      touchedAt: events.at(-1)!.at,
      seenOn: visitSeenOn(state),
      phase: phaseOf(state),
      lives: stayNow(state)?.kind ?? null,
      trafficking: traffickingOf(state),
      consentUntil: lastDayOfConsent(state),
      double: state.double ?? false,
      danger: urgentDangers(state)[0]?.kind ?? null,
      interests: interestsOf(state),
      solution: state.bestInterests.solution?.solution ?? null,
      leaving: state.leavingCare?.wish ?? null,
      closedUnseen: state.closedUnseen,
      referrals: [...new Set(state.referrals.map(({ status }) => status))].sort(),
    };
  },
  beside: caseSideTables,
});

/** What stands on a day instead of consent, `b`, of a case `c`. */
const basesOn = (today: string) =>
  sql`from cases_basis b where b.city = c.city and b.case_id = c.id and ${today} between b.since and b.lasts`;

const served: Served<typeof caseList, typeof caseTable.columns> = {
  list: caseList,
  table: caseTable,
  why: 'list of cases',
  readable,
  means: {
    mine: (mine, { actor }) => mine && sql`c.worker = ${actor.id}`,
    overdue: (overdue, { today }) => overdue && sql`c.due_on < ${today}`,
    unassigned: (unassigned) => unassigned && sql`c.worker is null`,
    bornFrom: (year) => sql`c.birth_to >= ${`${year}-01-01`}::date`,
    bornTo: (year) => sql`c.birth_from <= ${`${year}-12-31`}::date`,
    ageFrom: (from, { today }) => ofAge('c', { from }, today),
    ageTo: (to, { today }) => ofAge('c', { to }, today),
    task: (kind, { today }) =>
      sql`exists (select 1 from cases_task a where a.city = c.city and a.case_id = c.id and a.kind = ${kind} and ${tasksShown(today)})`,
    danger: (danger) => danger && sql`c.danger is not null`,
    flagged: (flagged) => flagged && sql`c.flags > 0`,
    lack: (lack, { today }) => lacking(lack, today),
    late: (kind, { today }) => late(kind, today),
    notSeenDays: (days, { today }) => sql`coalesce(c.seen_on, c.opened_on) < ${addDays(today, -days)}`,
    consent: (consent, { today }) => sql`coalesce(c.consent_until >= ${today}, false) = ${consent}`,
    basis: (kind, { today }) => sql`exists (select 1 ${basesOn(today)} and b.kind = ${kind})`,
    household: (household, { actor: { city } }) => livesIn(household, 'c.person', city),
    // Every word must be a part of the name; one that no name has in it finds nothing.
    name(name, { actor: { city }, services: { sealing } }) {
      const words = tokensAsked(sealing, city, name).map(
        (tokens) => sql`c.id in (select t.id from cases_token t where t.city = ${city} and t.token = any(${tokens}::bigint[]))`,
      );
      return words.length > 0 ? sql.join(words, sql` and `) : sql`false`;
    },
  },
  computed: ({ today, actor: { city } }) => ({
    bases: sql`array(select distinct b.kind ${basesOn(today)} order by 1)`,
    touchedOn: sql`(c.touched_at at time zone (select z.time_zone from city z where z.number = ${city}))::date`,
    overdue: sql`(select count(*)::int from cases_task a where a.city = c.city and a.case_id = c.id and a.due < ${today})`,
  }),
};

export const caseListRoutes = listRoutes({ ...served, views: caseViewsRecord, many: ['assign', 'refer', 'change-risk', 'note'] });

/** Cases of any status that are narrowed to, whether the asker may read them or not, as a condition over `cases_case c`: for a job that makes a file. */
export const narrowedCases = (asked: NarrowingOf<typeof caseList>, asker: Asker) => narrowedTo(served, asked, asker);
