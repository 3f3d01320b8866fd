import { Type } from 'typebox';
import { IdOf } from '../../../platform/decider/index.ts';

/** Whom erasure and holds are about: a person, or the child of a case who is no known person. */
export const Subject = Type.Union([IdOf('people.person'), IdOf('cases.case')]);
