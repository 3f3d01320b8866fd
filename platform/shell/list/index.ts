export { choices, type FilterField } from './Filters.tsx';
export { ListPage } from './ListPage.tsx';
export type { ManyAct, ManyProps, WholeAct } from './ManyActs.tsx';
export { ManyForm } from './ManyForm.tsx';
export { usePicking } from './picking.tsx';
export { type ListState, useList } from './useList.ts';
export { WithViews } from './ViewsBar.tsx';
export type { Views } from './views.ts';
