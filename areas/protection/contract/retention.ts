import { Type } from 'typebox';
import { type Answer, contract } from '../../../platform/contract/index.ts';
import { Maybe, oneOf } from '../../../platform/decider/index.ts';
import { keepingGrounds, retentionKinds } from '../domain/index.ts';

const shown = {
  /** Whose keys erasure destroys: the person, or the case where the child is no known person. */
  subject: Type.String(),
  isPerson: Type.Boolean(),
  kind: oneOf(...retentionKinds),
  closedOn: Type.String(),
  /** The schedule of the country for the kind, where it comes from and how well that is known. */
  months: Type.Integer(),
  source: Type.String(),
  mark: oneOf('V', 'S', 'M'),
  reviewOn: Type.String(),
  isDue: Type.Boolean(),
  keptUntil: Maybe(Type.String()),
  ground: Maybe(oneOf(...keepingGrounds)),
  onHold: Type.Boolean(),
  erasureAsked: Type.Boolean(),
};

export const listRetention = contract({
  method: 'GET',
  path: '/api/protection/retention',
  summary: 'Closed cases of which it is to be looked at whether they are still needed, now or within 90 days; no name of a child',
  may: ['read', 'protection.retention-review'],
  answer: Type.Object({
    due: Type.Integer(),
    rows: Type.Array(Type.Object({ id: Type.String(), review: Type.String(), ...shown })),
  }),
});

export const readRetention = contract({
  method: 'GET',
  path: '/api/protection/retention/{id}',
  summary: 'A closed case: until when it is kept and why, and what stands in the way of erasing it; no name of a child',
  may: ['read', 'protection.retention-review'],
  answer: Type.Object({
    id: Type.String(),
    version: Type.Integer(),
    next: Type.Array(Type.String()),
    case: Type.String(),
    ...shown,
  }),
});
export type Retention = Answer<typeof readRetention>;
