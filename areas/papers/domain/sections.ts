/** What a printed document may show of a case, in the order in which it is printed. */
export const printSections = [
  'child',
  'concern',
  'protection',
  'identification',
  'needs',
  'goals',
  'actions',
  'services',
  'care',
  'visits',
  'justice',
  'notes',
  'papers',
  'history',
] as const;
export type PrintSection = (typeof printSections)[number];
/** What a letter to a partner may show: the history tells what the office did among itself. */
export const letterSections: readonly PrintSection[] = printSections.filter((section) => section !== 'history');
