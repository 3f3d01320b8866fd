export { policy } from './policy.ts';
export { problems } from './problems.ts';
export { type UserState, userRecord } from './user.ts';
