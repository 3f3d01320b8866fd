import { route } from '../../../platform/http/area.ts';
import * as contract from '../contract/index.ts';
import { readDate } from './dates.ts';

/** So that whoever sets a column's order and calendar sees what becomes of its dates before anything is read. */
export const readDatesRoute = route(contract.readDates, async ({ body }) => ({
  dates: body.cells.map((cell) => readDate(cell.trim(), body.dateOrder, body.calendar) ?? null),
}));
