import { type TSchema, Type } from 'typebox';
import { Id, refuse } from '../../../platform/decider/index.ts';
import { route } from '../../../platform/http/area.ts';
import { Refused } from '../../../platform/ledger/problems.ts';
import { allows } from '../../../platform/permissions/ability.ts';
import { agreementsOn, type OrganisationState, openAt, organisationRecord } from '../domain/index.ts';
import { weekMinute } from './weekMinute.ts';

const Maybe = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()]);
const Hours = Type.Array(Type.Object({ day: Type.Integer(), from: Type.String(), until: Type.String() }));
const Strings = Type.Array(Type.String());

export const organisationRoute = route({
  method: 'GET',
  path: '/api/partners/organisation/{id}',
  summary: 'An organisation: what it does, when it is open, whom to ask there, and what was agreed with it',
  may: ['read', 'partners.organisation'],
  shows: 'identity',
  params: Type.Object({ id: Id }),
  answer: Type.Object({
    id: Type.String(),
    version: Type.Integer(),
    name: Type.String(),
    otherNames: Strings,
    category: Type.String(),
    status: Type.String(),
    since: Type.String(),
    closedOn: Maybe(Type.String()),
    closeReason: Maybe(Type.String()),
    services: Strings,
    wards: Strings,
    leastAge: Maybe(Type.Integer()),
    mostAge: Maybe(Type.Integer()),
    sex: Type.String(),
    languages: Strings,
    hours: Hours,
    emergencyHours: Hours,
    open: Type.Boolean(),
    reachable: Type.Boolean(),
    address: Type.String(),
    phone: Type.String(),
    email: Type.String(),
    contacts: Type.Array(
      Type.Object({
        name: Type.String(),
        role: Type.String(),
        phone: Type.String(),
        email: Type.String(),
        emergency: Type.Boolean(),
      }),
    ),
    places: Maybe(Type.Integer()),
    taken: Type.Integer(),
    countedOn: Maybe(Type.String()),
    agreements: Type.Array(
      Type.Object({
        id: Type.String(),
        title: Type.String(),
        from: Type.String(),
        until: Maybe(Type.String()),
        endedOn: Maybe(Type.String()),
        shares: Strings,
        inForce: Type.Boolean(),
      }),
    ),
    /** What the agreements in force allow together to be told of a child. */
    shares: Strings,
    next: Strings,
  }),
  async handle({ tx, actor, ability, params, services, note }) {
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
      agreements: agreements.map((one) => ({ ...one, shares: [...one.shares], inForce: held.includes(one) })),
      shares: [...new Set(held.flatMap(({ shares }) => shares))],
      next: inStatus.filter((name) => allows(ability, name, organisationRecord.kind, facts!)),
    };
  },
});
