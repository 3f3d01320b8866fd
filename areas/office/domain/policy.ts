import { type Permitted, policyOf } from '../../../platform/decider/index.ts';
import { leaveRecord } from './leave.ts';

/** How somebody is told outside of Olle, for themselves alone. */
const choice: Permitted = {
  kind: 'office.choice',
  grants: { self: { roles: ['case-worker', 'supervisor', 'data-protection-officer'] } },
  acts: { choose: 'self' },
};

/** A secret address for a calendar program, for themselves alone. */
const calendar: Permitted = {
  kind: 'office.calendar',
  grants: { self: { roles: ['case-worker', 'supervisor'] } },
  acts: { make: 'self' },
};

export const policy = policyOf(leaveRecord, choice, calendar);
