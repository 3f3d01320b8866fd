/** In which part of the case each kind of task is done; null: on its first page. Its words are `task.<kind>` in the catalogues. */
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
  'conference-review': 'plan',
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
/** A part of the case in which something is done; null: its first page. */
export type TaskPage = (typeof taskPages)[TaskKind];
export const taskKinds = Object.keys(taskPages) as readonly TaskKind[];

/** Tasks that protect a child from danger: they stand above all others, whatever is due before them. */
const dangerTasks: readonly TaskKind[] = ['act-now', 'find-child', 'danger-review', 'justice-alarm', 'justice-alarm-review'];
export const isDangerTask = (kind: string): boolean => dangerTasks.some((one) => one === kind);

/** The pages of a case in the order of the work, each with its parts; the first is the case's own address. */
export const casePages = {
  overview: [],
  safety: ['protection', 'care'],
  plan: ['assessment', 'plan', 'follow-up'],
  services: ['services', 'justice', 'identification', 'links'],
  history: ['history', 'papers'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type CasePage = keyof typeof casePages;
export type CasePartName = (typeof casePages)[CasePage][number];

/** The address of a page of a case, or of a part of one: `/cases/$id/safety#care`; null: of its first page. */
export function pathOf(part: string | null): string {
  const [page] = Object.entries(casePages).find(([, parts]) => (parts as readonly string[]).includes(part ?? '')) ?? [];
  return page ? `/cases/$id/${page}#${part}` : '/cases/$id';
}
/** The address at which a task of a case is done; the assessment and a visit have a page of their own. */
export function addressOfTask(id: string, kind: TaskKind, task = ''): string {
  const own = kind === 'assessment' ? '/cases/$id/assess' : kind === 'visit' && task ? '/cases/$id/visit/$task' : undefined;
  return (own ?? pathOf(taskPages[kind])).replace('$id', id).replace('$task', task);
}
