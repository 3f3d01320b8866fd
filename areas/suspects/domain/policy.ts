import { policyOf } from '../../../platform/decider/index.ts';
import { suspectRecord } from './suspect.ts';

export const policy = policyOf(suspectRecord);
