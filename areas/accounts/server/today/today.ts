import { type PlainLine, plainPart, type TodayCall, type TodayPart } from '../../../../platform/http/waiting.ts';
import { theOne } from '../../../../platform/ledger/ledger.ts';
import { type FirstStartState, firstStartRecord, heldOn, type RolesHeld } from '../../domain/index.ts';
import { firstStartOf, type HasRegister } from './firstStart.ts';

/** The first start for its administrator, until it is done; and for everybody the roles that they hold for a time. */
export const accountsTodayWith =
  (hasRegister: HasRegister) =>
  async (call: TodayCall): Promise<TodayPart> =>
    plainPart([...(await firstStart(call, hasRegister)), ...(await terms(call))]);

async function firstStart({ tx, services, today, say, may }: TodayCall, hasRegister: HasRegister): Promise<PlainLine[]> {
  if (!may('confirm', firstStartRecord.kind)) return [];
  const id = services.sealing.idFor(tx.city, firstStartRecord.kind, theOne);
  const state = await services.ledger.find<FirstStartState>(tx, tx.city, firstStartRecord.kind, id);
  const steps = await firstStartOf(tx, state?.state, hasRegister, today);
  return steps.flatMap(({ step, done }, i) =>
    done
      ? []
      : [
          {
            ...{ id: `first-start.${step}`, kind: 'first-start', band: 'now', rank: i, due: null, to: '/accounts/first-start' },
            ...{ who: say(`accounts:first-start.step.${step}.title`), what: say(`accounts:first-start.step.${step}.words`) },
            act: say('accounts:today.act'),
          },
        ],
  );
}

async function terms({ tx, actor, today, say }: TodayCall): Promise<PlainLine[]> {
  const { rows } = await tx.query<Required<RolesHeld>>('select roles, terms from accounts_user where city = $1 and id = $2', [
    tx.city,
    actor.id,
  ]);
  if (!rows[0]) return [];
  const held = heldOn(rows[0], today);
  return held.terms.map(({ role, from, until }) => {
    const isHeld = held.roles.includes(role);
    return {
      ...{ id: `term.${role}`, kind: 'term', band: 'week', rank: 3, due: isHeld ? until : from, to: '/settings' },
      ...{
        who: say(`accounts:role.${role}`),
        what: say(`accounts:today.term.${isHeld ? 'held' : 'coming'}`),
        act: say('accounts:today.look'),
      },
    };
  });
}
