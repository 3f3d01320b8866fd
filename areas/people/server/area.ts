import type { ServerArea } from '../../../platform/http/area.ts';
import type { Holdings } from '../../../platform/http/holding.ts';
import type { AnyRecord } from '../../../platform/ledger/registry.ts';
import { cityRecord } from '../../accounts/domain/index.ts';
import { householdRecord, linkageRecord, pairRecord, personRecord, policy, problems } from '../domain/index.ts';
import { mergeRoute, splitRoute } from './joining.ts';
import { linkageRoute } from './linkageRoute.ts';
import { linkJob } from './linking.ts';
import { personHistoryRoute, personRoute } from './personRoute.ts';
import { registersRoute } from './reading/registersRoute.ts';
import { type PendingReasons, reviewRouteWith } from './review.ts';
import { searchRoute } from './search.ts';
import { peopleToday } from './today.ts';
import { views } from './views.ts';

/** The persons themselves, and the questions about their rows: why an answer was given is written in words. */
const personsAndPairs: Holdings = async (tx, { persons, entries }) => {
  const { rows } = await tx.query<{ kind: string; id: string; person: string | null; status: string }>(
    `select $4::text as kind, id, id as person, case when rows > 0 then 'present' else 'joined' end as status from people_person where city = $1 and id = any($2)
     union all select $5, id, null, status from people_pair where city = $1 and (a = any($3) or b = any($3)) order by kind, id`,
    [tx.city, persons, entries, personRecord.kind, pairRecord.kind],
  );
  return rows.map((row) => ({ ...row, subject: row.id, open: false }));
};

/** @param pendingReasons what waits until two rows are said to be one person's or not */
export const peopleWith = (pendingReasons: PendingReasons): ServerArea => ({
  name: 'people',
  records: [personRecord, householdRecord, pairRecord, linkageRecord] as unknown as AnyRecord[],
  policy,
  problems,
  views,
  today: peopleToday,
  routes: [
    searchRoute,
    personRoute,
    registersRoute,
    personHistoryRoute,
    splitRoute,
    mergeRoute,
    reviewRouteWith(pendingReasons),
    linkageRoute,
  ],
  jobs: [linkJob],
  holdings: personsAndPairs,
  // One run waits at a time: imports and verdicts that come meanwhile are in it too.
  reactions: [
    {
      kinds: ['registers.import'],
      react: ({ events }) =>
        events.some(({ type }) => /^(import-(finished|cancelled|failed|undone)|undo-failed)$/.test(type))
          ? [{ job: linkJob.name, payload: {}, key: linkJob.name }]
          : [],
    },
    {
      kinds: ['registers.entry'],
      react: ({ events }) =>
        events.some(({ type }) => type === 'entry-mended') ? [{ job: linkJob.name, payload: {}, key: linkJob.name }] : [],
    },
    // The wards of a city say how its registers write them.
    {
      kinds: [cityRecord.kind],
      react: ({ events }) =>
        events.some(({ type }) => type === 'wards-listed') ? [{ job: linkJob.name, payload: {}, key: linkJob.name }] : [],
    },
    {
      kinds: [pairRecord.kind],
      react: ({ events }) =>
        events.some(({ type, fields }) => type === 'pair-judged' && (fields['verdict'] !== 'later' || fields['replaces'] !== undefined))
          ? [{ job: linkJob.name, payload: {}, key: linkJob.name }]
          : [],
    },
  ],
});
