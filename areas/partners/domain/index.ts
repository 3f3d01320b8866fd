export { minutesAWeek, type OpenTime, openAt, stretchesOf } from './hours.ts';
export {
  type Agreement,
  agreementsOn,
  Organisation,
  type OrganisationState,
  organisationList,
  organisationRecord,
  refusalToRefer,
} from './organisation.ts';
export { policy } from './policy.ts';
export { problems } from './problems.ts';
export { categories, Service, serviceGroups, services, sharedFields } from './taxonomy.ts';
