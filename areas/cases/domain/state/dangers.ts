import { Type } from 'typebox';
import {
  coded,
  type Data,
  type EventOf,
  field,
  fields,
  Id,
  IsoDate,
  Maybe,
  narrative,
  oneOf,
  shown,
} from '../../../../platform/decider/index.ts';
import { alarms } from '../../../forms/domain/index.ts';
import { dangerKinds, dangerSources } from '../choices.ts';

export const dangerEvents = {
  /** What was done about an alarm that answers to a questionnaire raised. */
  'danger-answered': fields({
    /** The answers that raised it. */
    danger: field.id,
    alarm: coded(oneOf(...alarms), shown.word('forms:alarm')),
    /** `placed`: the child was brought to a place that was assessed as safe. */
    done: field.word('danger-answer', ['acted', 'placed']),
    what: narrative(Type.String({ maxLength: 10_000 }), shown.prose),
    on: field.on,
    by: field.id,
  }),
};
/** The event with which a placement answers a danger. */
export type DangerAnswered = EventOf<typeof dangerEvents>;

/** Dangers that were answered by what somebody did. */
export type Dangers = readonly Omit<DangerAnswered, 'type'>[];

/** A danger to the child that nobody has answered yet. */
export const Danger = Type.Object({
  /** The answers that raised it, or the stay; of one id there may be several kinds. */
  id: Id,
  kind: oneOf(...dangerKinds),
  source: oneOf(...dangerSources),
  /** The day on which it was found: as it was said or, where that day is impossible, the day on which it was recorded. */
  on: IsoDate,
  recordedOn: IsoDate,
  by: Maybe(Id),
  /** Why somebody must look at it closely: its day is impossible, or another answer says the opposite. */
  doubt: Maybe(oneOf('day', 'contradicted')),
});
export type Danger = Data<typeof Danger>;
