import { Type } from 'typebox';
import { field, fields, Maybe } from '../../../../platform/decider/index.ts';

const verdict = { upheld: field.yes, on: field.date, by: field.id };

/** The event with which a supervisor says whether what was done was right and may go on; `what` names of which it says so. */
export const reviewEvent = <const What extends string>(what: What) =>
  fields({ ...({ [what]: field.id } as Record<What, typeof field.id>), ...verdict, note: field.prose });

/** What a supervisor said of it; null: nobody has yet. */
export const Review = Maybe(Type.Object(verdict));
