import { Type } from 'typebox';
import { coded, Id, identity, Line, Maybe } from '../../../platform/decider/index.ts';
import { defineList, is } from '../../../platform/lists/list.ts';
import { Register } from './entry.ts';
import { Counts, ImportStatus, importRecord } from './import.ts';
import { profileRecord } from './profile.ts';

/** The imports, the newest first. */
export const importList = defineList({
  kind: importRecord.kind,
  path: '/api/registers/imports',
  summary: 'The imports, the newest first: by register and by how they went',
  columns: {
    register: coded(Register),
    /** Empty for those who see figures only: a file may be named after a child. */
    fileName: identity(Line),
    status: coded(ImportStatus),
    by: coded(Id),
    startedAt: coded(Type.String()),
    endedAt: coded(Maybe(Type.String())),
    counts: coded(Counts),
    reason: coded(Maybe(Line)),
  },
  filters: { register: is('register', coded(Register)), status: is('status', coded(ImportStatus)) },
  orders: { started: { by: { startedAt: Type.String() }, descending: true } },
});

/** The saved ways to read files, by register. */
export const profileList = defineList({
  kind: profileRecord.kind,
  path: '/api/registers/profiles',
  summary: 'Saved ways to read files, by register',
  columns: {
    name: identity(Line),
    register: coded(Register),
    /** The headings of the columns that are read. */
    headings: identity(Type.Array(Type.String())),
  },
  filters: { register: is('register', coded(Register)) },
  orders: { register: { by: { register: Type.String() } } },
});
