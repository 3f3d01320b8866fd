import { listViews } from '../../../../platform/lists/views.ts';
import { childList } from './childList.ts';

/** What stands in the list of children beside their names, in this order until a reader chooses another. */
export const childColumns = ['age', 'ward', 'reasons', 'status'] as const;

/** The ways in which one user looks at the list of children at risk. */
export const childViewsRecord = listViews({
  kind: 'risks.list-views',
  list: childList,
  columns: childColumns,
  roles: ['case-worker', 'supervisor'],
  sharers: ['supervisor'],
});
