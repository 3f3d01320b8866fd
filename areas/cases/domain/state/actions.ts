import { Type } from 'typebox';
import { type Data, type EventOf, field, fields, Maybe } from '../../../../platform/decider/index.ts';

export const actionEvents = {
  'action-added': fields({ action: field.id, who: field.user, due: field.day, what: field.line }),
  'action-settled': fields({ action: field.id, how: field.word('how', ['done', 'dropped']), on: field.date, note: field.note }),
  'action-reopened': fields({ action: field.id, because: field.note }),
};
/** The event that adds one: what is decided in any part may. */
export type ActionAdded = EventOf<Pick<typeof actionEvents, 'action-added'>>;

const { action: id, ...added } = actionEvents['action-added'].properties;
const { how, on } = actionEvents['action-settled'].properties;
/** Something that is to be done in a case, by somebody, until a day. */
export const Action = Type.Object({ id, ...added, settled: Maybe(how), settledOn: Maybe(on) });
export type Actions = readonly Data<typeof Action>[];
