/** What a printed document may show of a case, in the order in which it is printed. */
export const printSections = [
  'child',
  'concern',
  'protection',
  'screening',
  'identification',
  'needs',
  'goals',
  'actions',
  'tasks',
  'services',
  'interests',
  'care',
  'visits',
  'leaving',
  'feedback',
  'justice',
  'notes',
  'papers',
  'history',
] as const;
export type PrintSection = (typeof printSections)[number];
/** What stays in the office: what it did among itself, and what was said about its work. */
const inOffice: readonly PrintSection[] = ['history', 'feedback', 'tasks'];
/** What a letter to a partner may show. */
export const letterSections: readonly PrintSection[] = printSections.filter((section) => !inOffice.includes(section));
