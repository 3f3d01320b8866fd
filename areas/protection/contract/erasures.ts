import { Type } from 'typebox';
import { type Answer, contract } from '../../../platform/contract/index.ts';
import { fields, Id, Maybe } from '../../../platform/decider/index.ts';
import { Held, ListedErasure } from './held.ts';

export const listErasures = contract({
  method: 'GET',
  path: '/api/protection/erasures',
  summary: 'Erasures that wait for a second person, then those that were decided; no name of a child',
  may: ['read', 'protection.erasure'],
  answer: Type.Object({ rows: Type.Array(ListedErasure) }),
});

export const readErasure = contract({
  method: 'GET',
  path: '/api/protection/erasure/{id}',
  summary: 'An erasure: who is to be erased and why, what is held now, and what was decided',
  may: ['read', 'protection.erasure'],
  shows: 'identity',
  params: Type.Object({ id: Id }),
  answer: Type.Object({
    ...ListedErasure.properties,
    name: Type.String(),
    because: Maybe(Type.String()),
    declinedBecause: Maybe(Type.String()),
    keys: Type.Integer(),
    records: Type.Integer(),
    held: Maybe(Held),
    /** `confirm` carries it out, which is no command of the record. */
    next: Type.Array(Type.String()),
  }),
});

export const carryOutErasure = contract({
  method: 'POST',
  path: '/api/protection/erasure/{id}/carry-out',
  summary: 'Erase: the second person says yes. Every key of the person is destroyed; nothing brings it back',
  may: ['confirm', 'protection.erasure'],
  params: Type.Object({ id: Id }),
  body: fields({}),
  answer: Type.Object({ keys: Type.Integer(), records: Type.Integer() }),
});
export type Erasure = Answer<typeof readErasure>;
