import type { ServerArea } from '../../../platform/http/area.ts';
import type { Holdings } from '../../../platform/http/holding.ts';
import type { AnyRecord } from '../../../platform/ledger/registry.ts';
import { entryRecord, importRecord, policy, problems, profileRecord } from '../domain/index.ts';
import { importJob } from './importing.ts';
import { routes } from './routes.ts';
import { registersToday } from './today.ts';
import type { Above } from './undo/resting.ts';
import { nothingRests, undoJobName, undoJobWith } from './undo/undoing.ts';
import { undoRouteWith } from './undo/undoRoute.ts';
import { forgetJob } from './uploads.ts';
import { views } from './views.ts';

const entriesOf: Holdings = async (tx, { entries }) => {
  const { rows } = await tx.query<{ id: string; status: string }>(
    'select id, status from registers_entry where city = $1 and id = any($2) order by id',
    [tx.city, entries],
  );
  return rows.map(({ id, status }) => ({ kind: entryRecord.kind, id, subject: id, person: null, status, open: false }));
};

/** @param above what rests on rows of registers is known by the areas above */
export const registersWith = (above: Above): ServerArea => ({
  name: 'registers',
  records: [entryRecord, importRecord, profileRecord] as unknown as AnyRecord[],
  policy,
  problems,
  views,
  today: registersToday,
  routes: [...routes, undoRouteWith(above)],
  jobs: [importJob, undoJobWith(above), forgetJob],
  consequences: [nothingRests(above)],
  holdings: entriesOf,
  reactions: [
    {
      kinds: [importRecord.kind],
      react: ({ id, events }) =>
        events.some((event) => event.type === 'import-started')
          ? [{ job: importJob.name, payload: { import: id }, key: `registers.import:${id}` }]
          : events.some((event) => event.type === 'undo-asked')
            ? [{ job: undoJobName, payload: { import: id }, key: `${undoJobName}:${id}` }]
            : [],
    },
  ],
});
