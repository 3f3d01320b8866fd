import { Type } from 'typebox';
import { type Answer, contract } from '../../../platform/contract/index.ts';

const Counted = Type.Array(Type.Object({ value: Type.String(), n: Type.Integer() }));

export const readFigures = contract({
  method: 'GET',
  path: '/api/cases/figures',
  summary: 'How many cases there are of what: dangers, findings, consent, what stands instead, best interests, closings; no names',
  may: ['read', 'cases.figures'],
  answer: Type.Object({
    open: Type.Integer(),
    /** Closed in the last twelve months. */
    closed: Type.Integer(),
    /** Of the open cases; a case with several dangers counts under the one to be acted on first. */
    danger: Counted,
    phase: Counted,
    trafficking: Counted,
    lives: Counted,
    interests: Counted,
    solution: Counted,
    consent: Counted,
    /** A case counts under each kind that it has. */
    basis: Counted,
    /** Of the closed ones. */
    closeReason: Counted,
    closedUnseen: Counted,
    leaving: Counted,
  }),
});

export type CaseFigures = Answer<typeof readFigures>;
