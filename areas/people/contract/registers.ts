import { Type } from 'typebox';
import { type Answer, contract } from '../../../platform/contract/index.ts';
import { Maybe, oneOf } from '../../../platform/decider/index.ts';
import { standings } from '../domain/index.ts';

export const readRegistersOfPerson = contract({
  method: 'GET',
  path: '/api/people/person/{id}/registers',
  summary:
    'Whether each register has a person, since when, and when they were last seen there; or that it does not cover them, or may not be looked up',
  may: ['read', 'people.person'],
  shows: 'identity',
  answer: Type.Object({
    registers: Type.Array(
      Type.Object({
        register: Type.String(),
        standing: oneOf(...standings),
        /** A person of that age should be in it. */
        due: Type.Boolean(),
        since: Maybe(Type.String()),
        /** The last day on which anybody there saw the person, or noted something of them. */
        lastContact: Maybe(Type.String()),
        /** School or programme, to ask there. */
        at: Type.Array(Type.String()),
        /** Of the register itself: null where the city has none of its kind. */
        asOf: Maybe(Type.String()),
        wards: Type.Array(Type.String()),
        bornFrom: Maybe(Type.Integer()),
        bornTo: Maybe(Type.Integer()),
      }),
    ),
  }),
});
export type RegistersOfPerson = Answer<typeof readRegistersOfPerson>['registers'];
