import { Type } from 'typebox';
import { type Answer, contract, recordContract } from '../../../platform/contract/index.ts';
import { BornSchema, Maybe } from '../../../platform/decider/index.ts';
import { pageContract } from '../../../platform/lists/contract.ts';
import { childList, PendingReason, Reason, unregisteredList } from '../domain/index.ts';

const ShownReason = Type.Object({
  ...Reason.properties,
  sources: Type.Array(
    Type.Object({ entry: Type.String(), register: Type.String(), row: Type.Integer(), importId: Type.String(), name: Type.String() }),
  ),
});
/** Reasons that wait for a pair of rows to be judged. */
const pending = Type.Array(PendingReason);

export type { PendingReason } from '../domain/index.ts';

export const listChildren = pageContract(childList);

export const listUnregistered = pageContract(unregisteredList);

export const readChild = recordContract({
  kind: 'risks.child',
  summary: 'A child on the list: each reason with the rows it rests on, and what people did',
  shows: 'identity',
  answer: {
    person: Type.String(),
    name: Type.String(),
    ward: Maybe(Type.String()),
    born: Maybe(BornSchema),
    status: Type.String(),
    worker: Maybe(Type.String()),
    dueOn: Maybe(Type.String()),
    case: Maybe(Type.String()),
    reasons: Type.Array(ShownReason),
    pending,
  },
});

export const readChildOfPerson = contract({
  method: 'GET',
  path: '/api/risks/person/{id}',
  summary: 'Whether a person is a child at risk: the id of the record, if there is one',
  may: ['read', 'risks.child'],
  answer: Type.Object({ child: Type.String(), status: Type.String(), reasons: Type.Array(Type.String()) }),
});

export const readPendingReasons = contract({
  method: 'GET',
  path: '/api/risks/person/{id}/pending-reasons',
  summary: 'Which reasons for being on the list wait, for a person, until pairs of rows are judged',
  may: ['read', 'risks.child'],
  answer: Type.Object({ pending }),
});

export type Child = Answer<typeof readChild>;
