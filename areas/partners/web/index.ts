export { organisationChoice, PartnerChoice, useOrganisations } from './organisations.tsx';
