export { type CityState, cityRecord, isTimeZone, theCity } from './city.ts';
export { type ContactState, contactRecord } from './contact.ts';
export { policy } from './policy.ts';
export { problems } from './problems.ts';
export { changesOf, type RolesState, rolesRecord } from './roles.ts';
export { areasOff, optionalAreas, type SwitchesState, switchesRecord } from './switches.ts';
export { type UserState, userRecord } from './user.ts';
export { type Ward, wardOf } from './ward.ts';
export { mayWork, WorkerId } from './worker.ts';
