import { type Problems, policyOf } from '../../../platform/decider/index.ts';
import { sessionRecord } from './session.ts';

export { Session, type SessionState, sessionList, sessionRecord } from './session.ts';
export const policy = policyOf(sessionRecord);
export const problems = { 'outreach.over': 409, 'outreach.not-yet': 409 } as const satisfies Problems;
