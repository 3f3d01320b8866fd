import { type CaseEvent, caseRecord, tasksOf } from '../../areas/cases/domain/case.ts';
import { policy } from '../../areas/cases/domain/index.ts';
import type { CaseState } from '../../areas/cases/domain/state/case.ts';
import { type Actor, addDays, evolveAll, isRefusal, type Role } from '../../platform/decider/index.ts';
import { Inputs } from '../../platform/ledger/inputs.ts';
import { type Ability, abilityOf, allows, rulesOf } from '../../platform/permissions/ability.ts';
import { anId, chanceOf } from './chance.ts';
import { partnerKinds } from './checker/ends.ts';
import type { Told } from './checker/told.ts';
import { planOf } from './plans.ts';
import type { Act } from './world.ts';

/** Who acts in a life: the worker of the case, a colleague, two supervisors, one who is both, and every other role. */
const office: readonly { readonly id: string; readonly roles: readonly Role[] }[] = [
  { id: anId(1), roles: ['case-worker'] },
  { id: anId(2), roles: ['case-worker'] },
  { id: anId(3), roles: ['supervisor'] },
  { id: anId(4), roles: ['supervisor'] },
  { id: anId(5), roles: ['case-worker', 'supervisor'] },
  { id: anId(6), roles: ['registrar'] },
  { id: anId(7), roles: ['monitoring-officer'] },
  { id: anId(8), roles: ['data-protection-officer'] },
  { id: anId(9), roles: ['administrator'] },
  { id: anId(10), roles: ['partner'] },
];
const city = 1;
const caseId = anId(1000);
const inputs = new Inputs();
/** The partners of the city: each may be told everything, and gives every service. */
const directory = new Map(
  Object.entries(partnerKinds).map(([id, category]) => [
    `partners.organisation|${id}`,
    {
      ...{ category, status: 'active', services: ['emergency-shelter', 'health', 'mental-health'] },
      agreements: [{ id: anId(410), title: 'A', from: '2020-01-01', until: null, endedOn: null, shares: ['name'] }],
    },
  ]),
);
const abilities = new Map<string, Ability>();

/** What somebody may do on a day; the rules are the same for all lives. */
function abilityOn({ id, roles }: (typeof office)[number], day: string): Ability {
  const key = `${id} ${day}`;
  const known = abilities.get(key);
  if (known) return known;
  if (abilities.size > 5000) abilities.clear();
  const actor: Actor = { id, city, roles: [...roles] };
  const made = abilityOf(rulesOf([policy], actor, day, `${day}T04:00:00.000Z`));
  abilities.set(key, made);
  return made;
}

export interface Life {
  readonly told: readonly Told[];
  readonly given: number;
  readonly refused: ReadonlyMap<string, number>;
}

/**
 * One random life of a case: 2 to 40 acts of every role, some sent twice, some late, on days that move on. What is decided is decided by the
 * case itself, with its permissions.
 */
export function lifeOf(seed: number): Life {
  const chance = chanceOf(seed);
  const told: Told[] = [];
  const refused = new Map<string, number>();
  let state: CaseState | undefined;
  let today = '2026-11-23';
  let made = 2000;
  const newId = () => anId(++made);
  /** Gives a command; the code of its refusal. */
  const give = ({ name, input, by }: Act): string | undefined => {
    const command = caseRecord.commands[name]!;
    const who = office[by === 'system' ? 0 : by]!;
    const facts = { ...(state ? caseRecord.facts(state) : {}), id: caseId, city };
    const ability = abilityOn(who, today);
    if (by !== 'system' && !(state ? allows(ability, name, caseRecord.kind, facts) : ability.can(name, caseRecord.kind)))
      return 'ledger.not-allowed';
    const invalid = inputs.refusalOf(command.input, input);
    if (invalid) return `${name}: ${invalid.fields.join(' ')}`;
    const at = `${today}T04:00:${String(told.length % 60).padStart(2, '0')}.000Z`;
    const decided = command.decide(state, input as never, {
      ...{ now: at, today, newId, actor: { id: who.id, city, roles: [...who.roles] }, consulted: directory },
    });
    if (isRefusal(decided)) return decided.refused;
    const events = decided as readonly CaseEvent[];
    state = evolveAll(caseRecord, state, events);
    const due = tasksOf(state!).flatMap(({ kind, due: on }) => (on <= today ? [kind] : []));
    events.forEach((event, i) => {
      told.push({ event, day: today, at, by: who.id, roles: who.roles, ...(i === events.length - 1 ? { due } : {}) });
    });
    return undefined;
  };
  const count = (code: string | undefined) => {
    if (code !== undefined) refused.set(code, (refused.get(code) ?? 0) + 1);
  };
  const plan = planOf(chance, newId);
  const most = 2 + chance.upTo(38);
  let given = 0;
  for (const step of plan) {
    if (given >= most) break;
    const act = step({ state, today, office: office.map(({ id }) => id) });
    if (!act) continue;
    if (act.name === 'wait') {
      today = addDays(today, (act.input as { readonly days: number }).days);
      continue;
    }
    given++;
    count(give(act));
    // Sent twice by a phone, or again with another id after the answer was lost.
    if (chance.yes(0.05)) count(give(act));
    if (chance.yes(0.35)) today = addDays(today, chance.one([0, 1, 1, 2, 5, 15, 40, 100, 200]));
  }
  return { told, given, refused };
}
