import { policyOf } from '../../../platform/decider/index.ts';
import { childRecord } from './child.ts';
import { childViewsRecord } from './list/childViews.ts';
import { rulesetRecord } from './ruleset.ts';
import { unregistered } from './unregistered.ts';

export const policy = policyOf(childRecord, unregistered, childViewsRecord, rulesetRecord);
