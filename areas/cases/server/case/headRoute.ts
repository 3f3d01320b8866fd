import { hasRole } from '../../../../platform/decider/index.ts';
import { alarmsOf, limitsOver } from '../../../justice/domain/index.ts';
import * as contract from '../../contract/index.ts';
import { bornOf, childOf, phaseOf, responsibleOn } from '../../domain/index.ts';
import { type Leave, leaveKind } from '../../domain/parts/lending.ts';
import { lastSafe, safetyNow, urgentDangers } from '../../domain/safety/danger.ts';
import { forbidding, isProvenAdult } from '../../domain/safety/protection.ts';
import { stayNow } from '../../domain/safety/whereabouts.ts';
import { countryOf, pageRoute, todayOf } from './readCase.ts';

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
