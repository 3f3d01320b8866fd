import type { ServerArea } from '../../../platform/http/area.ts';
import type { Holdings } from '../../../platform/http/holding.ts';
import type { AnyRecord } from '../../../platform/ledger/registry.ts';
import { childRecord, childViewsRecord, evaluationRecord, pendingReasonRecord, policy, problems, rulesetRecord } from '../domain/index.ts';
import { childListRoutes, unregisteredRoutes } from './childList.ts';
import { childRoutes } from './childRoutes.ts';
import { countsRoute } from './countsRoute.ts';
import { evaluateJob, householdJob, jobs } from './jobs.ts';
import { ruleRoutes } from './ruleRoutes.ts';
import { risksToday } from './today.ts';
import { views } from './views.ts';

const childrenOf: Holdings = async (tx, { persons }) => {
  const { rows } = await tx.query<{ id: string; person: string; status: string }>(
    'select id, person, status from risks_child where city = $1 and person = any($2) order by id',
    [tx.city, persons],
  );
  return rows.map((row) => ({ ...row, kind: childRecord.kind, subject: row.person, open: false }));
};

const caseTurns = new Set([
  ...['case-opened', 'child-identified', 'person-followed', 'case-closed', 'case-reopened'],
  ...['child-left', 'child-placed', 'child-placed-in-emergency', 'returned'],
]);

export const risks: ServerArea = {
  name: 'risks',
  records: [childRecord, childViewsRecord, pendingReasonRecord, rulesetRecord, evaluationRecord] as unknown as AnyRecord[],
  policy,
  problems,
  views,
  today: risksToday,
  routes: [...childListRoutes, ...unregisteredRoutes, countsRoute, ...childRoutes, ...ruleRoutes],
  jobs,
  holdings: childrenOf,
  reactions: [
    { kinds: ['people.linkage', rulesetRecord.kind], react: () => [{ job: evaluateJob.name, payload: {}, key: evaluateJob.name }] },
    {
      kinds: ['cases.case'],
      react: ({ events, state }) => {
        const { person } = state as { person: string | null };
        // Of a file that followed its person to another one, both are looked at.
        const before = events.map(({ type, fields }) => (type === 'person-followed' ? fields['from'] : null));
        const persons = [person, ...before].filter((one) => typeof one === 'string');
        return events.some(({ type }) => caseTurns.has(type))
          ? [...new Set(persons)].map((one) => ({ job: householdJob.name, payload: { person: one } }))
          : [];
      },
    },
  ],
};
