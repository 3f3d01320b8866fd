import { listViews } from '../../../../platform/lists/views.ts';
import { caseList } from './caseList.ts';
import { listColumns } from './columns.ts';

/** The views of the list of cases. */
export const caseViewsRecord = listViews({
  kind: 'cases.list-views',
  list: caseList,
  columns: listColumns,
  roles: ['case-worker', 'supervisor'],
  sharers: ['supervisor'],
});
