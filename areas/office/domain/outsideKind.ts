/** What a thing to do is called outside of Olle. Of a kind that is not listed it is said that it is something to do, and no more. */
const called = {
  visit: 'visit',
  'child-visit': 'visit',
  conference: 'conference',
  'court-date': 'court-date',
  review: 'review',
  'best-interests-review': 'review',
  'decision-review': 'review',
  'consent-ends': 'consent',
  'referral-answer': 'referral',
  'referral-question': 'referral',
  'referral-outcome': 'referral',
  transfer: 'transfer',
  approval: 'approval',
} as const satisfies Readonly<Record<string, string>>;
export type OutsideKind = (typeof called)[keyof typeof called] | 'task';

/** The word under which a kind of task may stand in a calendar that others see. */
export const outsideKind = (kind: string): OutsideKind => (Object.hasOwn(called, kind) ? called[kind as keyof typeof called] : 'task');
