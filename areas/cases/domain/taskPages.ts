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
  'visit-again': 'follow-up',
  'visit-missed': 'follow-up',
  'visit-review': 'follow-up',
  'search-child': 'follow-up',
  'search-review': 'follow-up',
  'leave-care': 'follow-up',
  feedback: 'follow-up',
  complaint: 'follow-up',
  'consent-ends': 'protection',
  'consent-lost': 'protection',
  'emergency-review': 'protection',
  'basis-review': 'protection',
  'basis-ends': 'protection',
  guardian: 'protection',
  'act-now': 'protection',
  'danger-review': 'protection',
  'danger-when-closed': 'protection',
  'independent-guardian': 'protection',
  'referral-answer': 'services',
  'referral-question': 'services',
  'referral-outcome': 'services',
  'partner-lost': 'services',
  transfer: 'services',
  'best-interests-review': 'care',
  'interests-assessment': 'care',
  'interests-review': 'care',
  'assess-place': 'care',
  'find-child': 'care',
  'decision-review': 'identification',
  'court-date': 'justice',
  'justice-alarm': 'justice',
  'justice-alarm-review': 'justice',
  'residence-ends': 'justice',
  'legal-limit': 'justice',
  'legal-limit-over': 'justice',
} as const;

export type TaskKind = keyof typeof taskPages;
/** A page of the case on which something is done; null: its first. */
export type TaskPage = (typeof taskPages)[TaskKind];
export const taskKinds = Object.keys(taskPages) as readonly TaskKind[];

/** Pages of a case that other areas have. */
const elsewhere: Readonly<Record<string, string>> = {
  links: '/suspects/case/$id/links',
  services: '/referrals/case/$id/services',
  papers: '/papers/case/$id',
};
/** The path of a page of a case; null: of its first. */
export const pathOf = (page: string | null): string => (page === null ? '/cases/$id' : (elsewhere[page] ?? `/cases/$id/${page}`));
/** The address at which a task of a case is done. */
export const addressOfTask = (id: string, kind: TaskKind): string => pathOf(taskPages[kind]).replace('$id', id);
