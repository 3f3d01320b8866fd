import type { Problems } from '../../../platform/decider/index.ts';

export const problems = {
  'papers.not-htcds': 422,
  'papers.htcds-too-long': 413,
  'papers.export-asked': 409,
  'papers.export-to-whom': 422,
  'papers.table-stays': 422,
  'papers.export-not-ready': 409,
  'papers.export-gone': 410,
  'papers.passphrase-short': 422,
  'papers.no-public-key': 422,
  'papers.lock-needed': 422,
  'papers.no-consent-to-share': 409,
  'papers.not-in-a-letter': 422,
} as const satisfies Problems;
