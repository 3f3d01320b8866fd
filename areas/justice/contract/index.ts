import { Type } from 'typebox';
import { type Data, Maybe, oneOf } from '../../../platform/decider/index.ts';
import { Justice, stages } from '../domain/index.ts';

const Law = Type.Object({
  id: Type.String(),
  region: Maybe(Type.String()),
  from: Type.String(),
  to: Type.String(),
  limit: Type.String(),
  law: Type.String(),
  /** `V`: the text was read. */
  mark: Type.String(),
  /** The day of the text that was read, where it is known. */
  asOf: Maybe(Type.String()),
});
/** What the page of the proceedings of a child shows. */
export const Proceedings = Type.Object({
  ...Type.Omit(Justice, ['timers']).properties,
  stages: Type.Array(oneOf(...stages)),
  alarms: Type.Array(Type.Object({ id: Type.String(), kind: Type.String(), on: Type.String(), answered: Type.Boolean() })),
  /** What the country says of punishing a trafficked child; nothing: no general rule was found. */
  nonPunishment: Type.Array(
    Type.Object({
      ...Type.Pick(Law, ['law', 'mark', 'asOf']).properties,
      width: Type.String(),
      force: Type.String(),
      office: Type.String(),
    }),
  ),
  /** Of which country the laws are. */
  country: Type.String(),
  timers: Type.Array(
    Type.Object({
      ...Type.Pick(Law, ['law', 'mark', 'asOf', 'region']).properties,
      key: Type.String(),
      /** Words under `law-limit.<duty>`. */
      duty: Type.String(),
      kind: Type.String(),
      /** Words under `fact.<fact>`. */
      since: Type.Object({ fact: Type.String(), on: Type.String() }),
      due: Type.String(),
      hours: Maybe(Type.Integer()),
      state: oneOf('runs', 'over', 'ended', 'done', 'not-applicable'),
      ended: Maybe(Type.Object({ fact: Maybe(Type.String()), on: Type.String() })),
      because: Maybe(Type.String()),
    }),
  ),
  /** Rules of the country with a time in them that do not run on this case, in words of the law. */
  otherLaws: Type.Array(Law),
});
export type Proceedings = Data<typeof Proceedings>;
export type ShownAccusation = Proceedings['accusations'][number];
export type ShownLimit = Proceedings['timers'][number];
export type ShownStep = Proceedings['steps'][number];
export type ShownCourtDate = Proceedings['courtDates'][number];
