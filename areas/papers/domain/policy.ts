import { policyOf } from '../../../platform/decider/index.ts';
import { exportRecord } from './export.ts';

export const policy = policyOf(exportRecord);
