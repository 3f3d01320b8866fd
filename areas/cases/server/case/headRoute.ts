import { type Actor, hasRole } from '../../../../platform/decider/index.ts';
import { alarmsOf, limitsOver } from '../../../justice/domain/index.ts';
import * as contract from '../../contract/index.ts';
import { bornOf, type CaseState, childOf, phaseOf, responsibleOn, traffickingOf } from '../../domain/index.ts';
import { type Leave, leaveKind } from '../../domain/parts/lending.ts';
import { lastSafe, safetyNow, urgentDangers } from '../../domain/safety/danger.ts';
import { forbidding, guardianOf, isProvenAdult, isSuspect } from '../../domain/safety/protection.ts';
import { stayNow } from '../../domain/safety/whereabouts.ts';
import { callable } from './callable.ts';
import { countryOf, pageRoute, tasksFor, todayOf } from './readCase.ts';

/** Who cares for the child: the guardian, else with whom they live; nobody who is suspected. */
function carerOf(state: CaseState) {
  const known = state.safeguards.carers.filter((carer) => !isSuspect(state, carer));
  const carer = guardianOf(state) ?? known.find(({ livesWithChild }) => livesWithChild) ?? known[0];
  return carer ? { name: carer.name, relation: carer.relation } : null;
}

/** What somebody does next: a danger first, then what is due first of what is theirs, whoever's role it is for. */
function nextOf(tasks: ReturnType<typeof tasksFor>, actor: Actor) {
  const theirs = tasks.filter(({ role }) => !role || hasRole(actor, role));
  const own = theirs.filter(({ role, who }) => (role ? true : who === null || who === actor.id));
  return own[0] ?? null;
}

export const headRoute = pageRoute(contract.readCaseHead, 'case page', async (state, call) => {
  const { tx, actor, services } = call;
  const today = await todayOf(call);
  const others = await tx.query<{ id: string; openedOn: string; worker: string | null }>(
    `select id, opened_on as "openedOn", worker from cases_case
     where city = $1 and person = $2 and id <> $3 and status = 'open' order by opened_on, id`,
    [actor.city, state.person, call.params.id],
  );
  const child = { ...childOf(state), country: await countryOf(state, call) };
  const safety = safetyNow(state, today);
  const safe = safety === 'no-danger-found' ? lastSafe(state, today) : undefined;
  const now = services.clock().toISOString();
  const lent = state.lent.at(-1);
  const leave = lent && (await services.ledger.find<Leave>(tx, actor.city, leaveKind, lent.leave));
  return {
    ...state,
    born: bornOf(state),
    adult: isProvenAdult(state, today),
    phase: phaseOf(state),
    trafficking: traffickingOf(state),
    carer: carerOf(state),
    call: state.status === 'open' ? ((await callable(services, tx, call.params.id, state)).numbers[0] ?? null) : null,
    task: nextOf(tasksFor(state, actor.id, today), actor),
    others: others.rows,
    handedTo: responsibleOn(state, today),
    safety,
    dangers: urgentDangers(state),
    foundSafe: safe ? { source: safe.purpose, on: safe.on, by: safe.now.by } : null,
    recorded: stayNow(state)?.recorded ?? null,
    forbids: forbidding(state, today),
    justiceAlarms: [...new Set(alarmsOf(child).map(({ kind }) => kind))],
    limitsOver: limitsOver(child, today).length,
    openUntil: state.emergencyAccess.findLast(({ by, until }) => by === actor.id && until > now)?.until ?? null,
    raised: state.flags.flatMap((flag) =>
      flag.settled ? [] : [{ ...flag, mine: flag.by === actor.id || state.worker === actor.id || hasRole(actor, 'supervisor') }],
    ),
    lent: lent && leave ? { of: lent.of, until: leave.state.until } : null,
  };
});
