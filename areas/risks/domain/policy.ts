import { policyOf } from '../../../platform/decider/index.ts';
import { childRecord } from './child.ts';
import { rulesetRecord } from './ruleset.ts';

export const policy = policyOf(childRecord, rulesetRecord);
