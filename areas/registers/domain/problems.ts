import type { Problems } from '../../../platform/decider/index.ts';

export const problems = {
  'registers.import-already-started': 409,
  'registers.field-mapped-twice': 422,
  'registers.no-name-column': 422,
  'registers.not-a-value': 422,
  'registers.profile-not-found': 404,
  'registers.upload-not-found': 404,
  'registers.upload-incomplete': 400,
  'registers.file-empty': 422,
  'registers.file-not-a-table': 415,
  'registers.file-is-workbook': 415,
  'registers.workbook-locked': 415,
  'registers.workbook-broken': 422,
  'registers.workbook-bomb': 422,
  'registers.sheet-not-found': 404,
  'registers.import-not-running': 409,
  'registers.too-many-columns': 422,
  'registers.line-too-long': 422,
  'registers.numbers-given-anew': 422,
  'registers.file-too-large': 413,
} as const satisfies Problems;
