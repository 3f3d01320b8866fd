import { policyOf } from '../../../platform/decider/index.ts';
import { questionnaireRecord } from './questionnaire.ts';

export const policy = policyOf(questionnaireRecord);
