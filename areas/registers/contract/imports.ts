import { Type } from 'typebox';
import { type Answer, contract, type Data } from '../../../platform/contract/index.ts';
import { Id, Maybe, oneOf } from '../../../platform/decider/index.ts';
import { Counts } from '../domain/import.ts';
import { registerNames } from '../domain/index.ts';

/** The languages of the sentences in a file of rows set aside. */
const Language = oneOf('en', 'ko', 'ur');
const ById = Type.Object({ id: Id });

const Import = Type.Object({
  id: Type.String(),
  register: oneOf(...registerNames),
  /** Empty for those who see figures only. */
  fileName: Type.String(),
  status: oneOf('running', 'finished', 'cancelled', 'failed'),
  by: Type.String(),
  startedAt: Type.String(),
  endedAt: Maybe(Type.String()),
  counts: Counts,
  reason: Maybe(Type.String()),
  progress: Maybe(Type.Object({ stage: Type.String(), done: Type.Integer(), total: Maybe(Type.Integer()) })),
});
export type ImportRow = Data<typeof Import>;

export const listImports = contract({
  method: 'GET',
  path: '/api/registers/imports',
  summary: 'The imports, newest first',
  may: ['read', 'registers.import'],
  query: Type.Object({ after: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z_[0-9a-f-]{36}$' })) }),
  answer: Type.Object({ rows: Type.Array(Import), next: Type.Optional(Type.String()) }),
});

export const cancelImport = contract({
  method: 'POST',
  path: '/api/registers/imports/{id}/cancel',
  summary: 'Ask a running import to stop; rows taken before stay, and importing the file again completes it',
  may: ['cancel', 'registers.import'],
  params: ById,
});

export const readSetAside = contract({
  method: 'GET',
  path: '/api/registers/imports/{id}/set-aside.csv',
  summary: 'The rows set aside, with row, column and reason, to be mended and sent again',
  may: ['read-set-aside', 'registers.import'],
  shows: 'identity',
  params: ById,
  query: Type.Object({ language: Type.Optional(Language) }),
});

export const listProfiles = contract({
  method: 'GET',
  path: '/api/registers/profiles',
  summary: 'Saved ways to read files',
  may: ['read', 'registers.profile'],
  answer: Type.Object({
    rows: Type.Array(
      Type.Object({ id: Type.String(), name: Type.String(), register: oneOf(...registerNames), columns: Type.Array(Type.String()) }),
    ),
  }),
});
export type Imports = Answer<typeof listImports>;
export type Profiles = Answer<typeof listProfiles>;
