import { Type } from 'typebox';
import { type Data, Maybe, oneOf } from '../../../../platform/decider/index.ts';

/** Something that is to be done in a case, by somebody, until a day. */
export const Action = Type.Object({
  id: Type.String(),
  what: Type.String(),
  who: Type.String(),
  due: Type.String(),
  settled: Maybe(oneOf('done', 'dropped')),
  settledOn: Maybe(Type.String()),
});
export type Action = Data<typeof Action>;
/** The event that adds one. */
export interface ActionAdded {
  readonly type: 'action-added';
  readonly action: string;
  readonly what: string;
  readonly who: string;
  readonly due: string;
}
export type Actions = readonly Action[];
