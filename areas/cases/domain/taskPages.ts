/** On which page of the case each kind of task is done; null: on its first. Its words are `task.<kind>` in the catalogues. */
export const taskPages = {
  action: null,
  'first-action': null,
  flag: null,
  'emergency-access-review': null,
  assessment: 'plan',
  plan: 'plan',
  review: 'plan',
  goal: 'plan',
  approval: 'plan',
  conference: 'plan',
  visit: 'follow-up',
  'consent-ends': 'protection',
  'emergency-review': 'protection',
  guardian: 'protection',
  'referral-answer': 'services',
  'referral-question': 'services',
  'referral-outcome': 'services',
  'partner-lost': 'services',
  transfer: 'services',
  'best-interests-review': 'care',
  'assess-place': 'care',
  'find-child': 'care',
  'decision-review': 'identification',
  'court-date': 'justice',
} as const;

export type TaskKind = keyof typeof taskPages;
export const taskKinds = Object.keys(taskPages) as readonly TaskKind[];
