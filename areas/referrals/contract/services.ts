import { Type } from 'typebox';
import { type Answer, contract } from '../../../platform/contract/index.ts';
import { Maybe, oneOf } from '../../../platform/decider/index.ts';
import { Exchange, Shown } from './shown.ts';

const Text = Type.String();

export const readCaseServices = contract({
  method: 'GET',
  path: '/api/referrals/case/{id}/services',
  summary: 'What partners were asked to do for the child, what each was told, answered and did; and whom the case is being given to',
  may: ['read', 'cases.case'],
  shows: 'identity',
  answer: Type.Object({
    referrals: Type.Array(
      Type.Object({
        ...Shown,
        ...Exchange,
        id: Text,
        organisation: Text,
        handover: Type.Boolean(),
        because: Text,
        /** What it rests on: whose consent (a carer's name, or null: the child's own), or what stands instead, by which law or court. */
        basis: Maybe(
          Type.Object({
            kind: oneOf('consent', 'court-order', 'legal-duty', 'emergency'),
            on: Text,
            who: Maybe(Text),
            by: Maybe(Text),
            mark: Maybe(Text),
          }),
        ),
        /** The fields that were told. */
        shares: Type.Array(Text),
        on: Text,
        answerBy: Text,
        declined: Maybe(Type.Object({ reason: Text, because: Text })),
        asked: Type.Boolean(),
        outcome: Maybe(Text),
        endedOn: Maybe(Text),
        /** The partner is lost, and nobody has said yet what is done instead. */
        lost: Type.Boolean(),
      }),
    ),
    transfers: Type.Array(
      Type.Object({
        id: Text,
        to: Text,
        by: Text,
        on: Text,
        answerBy: Text,
        because: Text,
        answer: Maybe(oneOf('accepted', 'declined', 'withdrawn')),
        answeredOn: Maybe(Text),
      }),
    ),
    /** The last day of a referral made today where nothing else is said. */
    shareUntil: Text,
    /** Of each organisation, whether the child may be spoken of with it today (words under `cases:consent-status.<status>`), and whose word lacks where not. */
    sharing: Type.Array(Type.Object({ organisation: Text, holds: Type.Boolean(), status: Text, of: Maybe(oneOf('carer', 'child')) })),
    /** Who may be asked for that: the child, and carers whom nobody suspects. */
    carers: Type.Array(Type.Object({ id: Text, name: Text, relation: Text })),
    /** What is known of how the child is spoken with. */
    language: Maybe(Text),
    interpreter: Type.Boolean(),
  }),
});
export type CaseServices = Answer<typeof readCaseServices>;
export type CaseReferral = CaseServices['referrals'][number];
export type CaseTransfer = CaseServices['transfers'][number];
