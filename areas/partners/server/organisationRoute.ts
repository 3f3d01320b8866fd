import { refuse } from '../../../platform/decider/index.ts';
import { route } from '../../../platform/http/area.ts';
import { Refused } from '../../../platform/ledger/problems.ts';
import { allows } from '../../../platform/permissions/ability.ts';
import * as contract from '../contract/index.ts';
import { agreementsOn, type OrganisationState, openAt, organisationRecord } from '../domain/index.ts';
import { weekMinute } from './weekMinute.ts';

export const organisationRoute = route(contract.readOrganisation, async ({ tx, actor, ability, params, services, note }) => {
  const { city } = actor;
  const found = await services.ledger.find<OrganisationState>(tx, city, organisationRecord.kind, params.id);
  const facts = found && { ...organisationRecord.facts(found.state), id: params.id, city };
  if (!found || !allows(ability, 'read', organisationRecord.kind, facts!)) throw new Refused(refuse('ledger.not-found'));
  await note(organisationRecord.kind, [params.id], 'organisation page');
  const { agreements, ...state } = found.state;
  const minute = await weekMinute(tx, city, services.clock());
  const held = agreementsOn(found.state, await services.ledger.today(tx, city));
  const open = openAt(state.hours, minute);
  const inStatus = Object.keys(organisationRecord.commands).filter((name) =>
    state.status === 'closed' ? name === 'reopen' : name !== 'reopen' && name !== 'add',
  );
  return {
    ...state,
    id: params.id,
    version: found.version,
    open,
    reachable: open || openAt(state.emergencyHours, minute),
    agreements: agreements.map((one) => ({ ...one, inForce: held.includes(one) })),
    shares: [...new Set(held.flatMap(({ shares }) => shares))],
    next: inStatus.filter((name) => allows(ability, name, organisationRecord.kind, facts!)),
  };
});
