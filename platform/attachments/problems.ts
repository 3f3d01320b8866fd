import type { Problems } from '../decider/index.ts';

/** Why a file is not taken in, or not given out. */
export const attachmentProblems = {
  'attachments.empty': 422,
  'attachments.too-large': 413,
  'attachments.video': 415,
  'attachments.archive': 415,
  'attachments.program': 415,
  'attachments.drawing': 415,
  'attachments.heic': 415,
  'attachments.unknown-type': 415,
  'attachments.macros': 415,
  'attachments.too-many-pixels': 422,
  'attachments.picture-broken': 422,
  'attachments.other-connection': 409,
  'attachments.broken-off': 400,
  'attachments.other-file': 409,
  'attachments.too-many-waiting': 429,
  'attachments.not-found': 404,
} as const satisfies Problems;
