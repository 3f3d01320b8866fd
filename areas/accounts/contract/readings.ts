import { Type } from 'typebox';
import { type Answer, contract } from '../../../platform/contract/index.ts';
import { fields, Id, IsoDate, Maybe } from '../../../platform/decider/index.ts';

/** Where the readings before those of an answer begin. */
const Place = fields({ at: Type.String({ maxLength: 40 }), sequence: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }) });

export const listReadings = contract({
  method: 'POST',
  path: '/api/accounts/readings',
  summary: 'Who was shown whose record, when and why, newest first: what one user looked at in one record within an hour is one visit',
  may: ['read', 'accounts.reading'],
  body: fields({
    before: Type.Optional(Place),
    records: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 50 })),
    actor: Type.Optional(Id),
    from: Type.Optional(IsoDate),
    to: Type.Optional(IsoDate),
  }),
  answer: Type.Object({
    visits: Type.Array(
      Type.Object({
        id: Type.Integer(),
        actor: Type.String(),
        kind: Type.String(),
        /** The one record that was looked at; null where a list showed several. */
        record: Maybe(Type.String()),
        /** What it was shown by, each once. */
        whys: Type.Array(Type.String()),
        from: Type.String(),
        to: Type.String(),
        lines: Type.Array(Type.Object({ sequence: Type.Integer(), at: Type.String(), why: Type.String(), records: Type.Integer() })),
      }),
    ),
    next: Maybe(Place),
  }),
});
export type Visit = Answer<typeof listReadings>['visits'][number];
