export { choices, type FilterField, Filters, FromElsewhere, MoreFilters, OrderField, Search } from './Filters.tsx';
export { ListPage } from './ListPage.tsx';
export { ListTable } from './ListTable.tsx';
export { type ManyAct, type ManyProps, useCommandMany, type WholeAct } from './ManyActs.tsx';
export { ManyForm } from './ManyForm.tsx';
export { usePicking } from './picking.tsx';
export { type ListState, useList } from './useList.ts';
export { ViewsBar, WithViews } from './ViewsBar.tsx';
export type { Views } from './views.ts';
