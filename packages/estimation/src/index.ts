export { type Cell, shownCells } from './cells.ts';
export { type Interval, wilson } from './wilson.ts';
