import { Id, Maybe } from '../../../../platform/decider/index.ts';
import { listRoutes } from '../../../../platform/lists/server/routes.ts';
import { ListTable } from '../../../../platform/lists/server/table.ts';
import { type ConcernState, concernList, concernRecord, concernViewsRecord } from '../../domain/index.ts';

export const concernTable = new ListTable({
  name: 'cases_concern',
  columns: {
    ...concernList.columns,
    /** Whose key seals the row: the person known when the concern was raised, or the concern itself. */
    subject: Id,
    caseId: Maybe(Id),
  },
  sealedFor: 'subject',
  indexes: {
    status: 'city, status, raised_on, id',
    person: 'create index cases_concern_person on cases_concern (city, person) where person is not null',
    // What is sealed under a person's key is found for erasure.
    subject: 'city, subject',
    case: 'create index cases_concern_case on cases_concern (city, case_id) where case_id is not null',
  },
});

export const concernView = concernTable.view<ConcernState>({
  name: 'cases.concerns',
  kind: concernRecord.kind,
  revision: 3,
  row: (state, { id }) => ({ ...state, subject: state.sealedFor ?? id, caseId: state.case }),
});

export const concernListRoutes = listRoutes({
  list: concernList,
  table: concernTable,
  why: 'list of concerns',
  views: concernViewsRecord,
});
