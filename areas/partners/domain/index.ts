export { minutesAWeek, type OpenTime, openAt, stretchesOf } from './hours.ts';
export { type Agreement, agreementsOn, type OrganisationState, organisationRecord, refusalToRefer } from './organisation.ts';
export { organisationList } from './organisationList.ts';
export { policy } from './policy.ts';
export { problems } from './problems.ts';
export { categories, closeReasons, languages, Service, serviceGroups, sexes, sharedFields } from './taxonomy.ts';
