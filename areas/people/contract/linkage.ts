import { Type } from 'typebox';
import { contract } from '../../../platform/contract/index.ts';
import { Maybe } from '../../../platform/decider/index.ts';

const Figures = Type.Object({
  rows: Type.Integer(),
  persons: Type.Integer(),
  links: Type.Integer(),
  doubtful: Type.Integer(),
  compared: Type.Integer(),
  at: Type.String(),
});

export const readLinkage = contract({
  method: 'GET',
  path: '/api/people/linkage',
  summary: 'What the last linkage of the registers found, and how far one is that has not ended yet',
  may: ['read', 'people.linkage'],
  answer: Type.Object({
    last: Maybe(Figures),
    running: Maybe(Type.Object({ stage: Type.String(), done: Type.Integer(), total: Maybe(Type.Integer()) })),
  }),
});
