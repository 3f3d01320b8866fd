import { Type } from 'typebox';
import { type Answer, contract, recordContract } from '../../../platform/contract/index.ts';
import { fields, Maybe } from '../../../platform/decider/index.ts';
import { Erasure as Kept, RetentionHold } from '../domain/index.ts';
import { Held, ListedErasure, ListedHold } from './held.ts';

export const listErasures = contract({
  method: 'GET',
  path: '/api/protection/erasures',
  summary: 'Erasures that wait for a second person, then those that were decided; no name of a child',
  may: ['read', 'protection.erasure'],
  answer: Type.Object({ rows: Type.Array(ListedErasure) }),
});

export const listHolds = contract({
  method: 'GET',
  path: '/api/protection/retention-holds',
  summary: 'Holds that are in force, then those that were lifted; no name of a child and no reason',
  may: ['read', 'protection.retention-hold'],
  answer: Type.Object({ rows: Type.Array(ListedHold) }),
});

export const readHold = recordContract({
  kind: 'protection.retention-hold',
  summary: 'A hold: whose records it keeps from being erased and why, and whether it was lifted',
  shows: 'identity',
  answer: { ...RetentionHold.properties, name: Type.String() },
});

const { subjects: _, ...erasure } = Kept.properties;
export const readErasure = recordContract({
  kind: 'protection.erasure',
  summary: 'An erasure: who is to be erased and why, what is held now, and what was decided',
  shows: 'identity',
  answer: { ...erasure, name: Type.String(), keys: Type.Integer(), held: Maybe(Held) },
});
export type Erasure = Answer<typeof readErasure>;

export const carryOutErasure = contract({
  method: 'POST',
  path: '/api/protection/erasure/{id}/carry-out',
  summary: 'Erase: the second person says yes. Every key of the person is destroyed; nothing brings it back',
  may: ['confirm', 'protection.erasure'],
  body: fields({}),
  answer: Type.Object({ keys: Type.Integer(), records: Type.Integer() }),
});
