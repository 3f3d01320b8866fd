import { policyOf } from '../../../platform/decider/index.ts';
import { childRecord } from './child.ts';
import { childViewsRecord } from './childViews.ts';
import { rulesetRecord } from './ruleset.ts';

export const policy = policyOf(childRecord, childViewsRecord, rulesetRecord);
