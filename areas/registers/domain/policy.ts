import { policyOf } from '../../../platform/decider/index.ts';
import { entryRecord } from './entry.ts';
import { importRecord } from './import.ts';
import { profileRecord } from './profile.ts';

export const policy = policyOf(importRecord, profileRecord, entryRecord);
