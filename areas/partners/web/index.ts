export { PartnerChoice } from './PartnerChoice.tsx';
export { useOrganisations } from './useOrganisations.ts';
