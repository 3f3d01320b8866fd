/** The domains of a child's life that needs, goals and visits are told by. */
export const lifeDomains = [
  'safety',
  'identity',
  'family',
  'housing',
  'health',
  'mental-health',
  'education',
  'livelihood',
  'inclusion',
  'justice',
] as const;
export type LifeDomain = (typeof lifeDomains)[number];
