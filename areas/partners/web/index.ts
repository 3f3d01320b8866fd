export { organisationChoice, useOrganisations } from './organisations.tsx';
