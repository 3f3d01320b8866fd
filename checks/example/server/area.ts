import { sql } from 'kysely';
import { printRecord } from '../../../platform/documents/printRecord.ts';
import type { ServerArea } from '../../../platform/http/area.ts';
import { historyRoute } from '../../../platform/http/historyRoute.ts';
import { recordRoute } from '../../../platform/http/readRecord.ts';
import type { AnyRecord } from '../../../platform/ledger/registry.ts';
import { listRoutes } from '../../../platform/lists/server/routes.ts';
import { ListTable } from '../../../platform/lists/server/table.ts';
import { readSession } from '../contract/index.ts';
import { policy, problems, Session, type SessionState, sessionList, sessionRecord } from '../domain/index.ts';

const table = new ListTable({ name: 'outreach_session', columns: sessionList.columns, indexes: { day: 'city, day, id' } });

export const outreach: ServerArea = {
  name: 'outreach',
  records: [sessionRecord] as unknown as AnyRecord[],
  policy,
  problems,
  views: [table.view<SessionState>({ name: 'outreach.sessions', kind: sessionRecord.kind, revision: 1, row: (state) => state })],
  routes: [
    ...listRoutes({
      list: sessionList,
      table,
      why: 'list of sessions',
      means: { text: (text) => sql`position(lower(${text}) in lower(c.topic)) > 0` },
    }),
    recordRoute(readSession, sessionRecord, 'session page', (state) => state),
    historyRoute(sessionRecord),
    printRecord(sessionRecord, { shows: Session, title: ({ topic }) => topic }),
  ],
};
