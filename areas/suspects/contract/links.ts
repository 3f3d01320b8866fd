import { Type } from 'typebox';
import { type Answer, contract } from '../../../platform/contract/index.ts';
import { Maybe, oneOf } from '../../../platform/decider/index.ts';
import { suspectRoles } from '../domain/index.ts';
import { Glimpse } from './glimpse.ts';

const Text = Type.String();
const Roles = Type.Array(oneOf(...suspectRoles));

export const readCaseLinks = contract({
  method: 'GET',
  path: '/api/suspects/case/{id}/links',
  summary: 'What ties a case to others: carers, cases that were linked, suspects the reader may see, and other cases of the same suspects',
  may: ['read', 'cases.case'],
  shows: 'identity',
  answer: Type.Object({
    carers: Type.Array(
      Type.Object({
        id: Text,
        name: Text,
        relation: Text,
        contact: Text,
        suspect: Type.Boolean(),
        /** Whether the carer has a record among the suspects. */
        takenUp: Type.Boolean(),
      }),
    ),
    cases: Type.Array(Type.Object({ ...Glimpse.properties, kind: Text, on: Text, by: Text, known: Maybe(Text) })),
    suspects: Type.Array(
      Type.Object({
        id: Text,
        names: Type.Array(Text),
        roles: Roles,
        carer: Maybe(Text),
        /** Other cases in which they are suspected: children of the same recruiter. */
        others: Type.Array(Type.Object({ ...Glimpse.properties, roles: Roles })),
      }),
    ),
    /** Whether the reader may note a suspect from this case. */
    mayNote: Type.Boolean(),
  }),
});
export type CaseLinks = Answer<typeof readCaseLinks>;
