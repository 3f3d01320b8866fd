export { type Cell, fewest, shownCells } from './cells.ts';
export { type Interval, wilson } from './wilson.ts';
