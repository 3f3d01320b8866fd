import { Type } from 'typebox';
import { fields } from '../../../platform/decider/index.ts';
import { route } from '../../../platform/http/area.ts';
import { Calendar, DateOrder } from '../domain/import.ts';
import { readDate } from './dates.ts';

/** So that whoever sets a column's order and calendar sees what becomes of its dates before anything is read. */
export const readDatesRoute = route({
  method: 'POST',
  path: '/api/registers/read-dates',
  summary: 'How dates as a register writes them are read under an order and a calendar; null where they cannot be',
  may: ['upload', 'registers.import'],
  body: fields({
    cells: Type.Array(Type.String({ maxLength: 200 }), { maxItems: 20 }),
    dateOrder: DateOrder,
    calendar: Calendar,
  }),
  answer: Type.Object({ dates: Type.Array(Type.Union([Type.String(), Type.Null()])) }),
  handle: async ({ body }) => ({ dates: body.cells.map((cell) => readDate(cell.trim(), body.dateOrder, body.calendar) ?? null) }),
});
