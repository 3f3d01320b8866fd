import { Type } from 'typebox';
import { type Answer, contract } from '../../../platform/contract/index.ts';
import { Maybe } from '../../../platform/decider/index.ts';
import { pageContract } from '../../../platform/lists/contract.ts';
import { referralList } from '../domain/index.ts';
import { Exchange, Shown } from './shown.ts';

const Text = Type.String();
/** What is known of every referral to one's organisation, also after it has ended. */
const Known = { ...Shown, id: Text, endedOn: Maybe(Text) };

export const listReferrals = pageContract(referralList);
export type ListedReferral = Answer<typeof listReferrals>['rows'][number];

export const readReferral = contract({
  method: 'GET',
  path: '/api/referrals/referral/{id}',
  summary: "A referral to the reader's organisation: what was told of the child, until when, and what was done; once ended, only that",
  may: ['know', 'referrals.referral'],
  shows: 'identity',
  answer: Type.Object({
    ...Known,
    sentOn: Text,
    next: Type.Array(Text),
    /** Null when it has ended. */
    open: Maybe(
      Type.Object({
        ...Exchange,
        answerBy: Text,
        handover: Type.Boolean(),
        because: Text,
        /** On what it rests that this is told, and by which law or court; null where that was not kept. */
        rests: Maybe(Text),
        law: Maybe(Text),
        told: Type.Record(Type.String(), Text),
      }),
    ),
  }),
});
export type PartnerReferral = Answer<typeof readReferral>;
