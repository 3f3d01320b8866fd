import { has, type Refusal, refuse, without } from '../../../platform/decider/index.ts';
import { type StepKind, stepOutcomes } from './choices.ts';
import { beforeBirth, type ChildOf, type Commands, command } from './command.ts';
import { standing } from './stages.ts';
import { justiceEvents as events, type Step } from './state.ts';

type Before = readonly [kind: StepKind, outcome: string | undefined, missing: string];

/** What must have come before a step, on its day at the latest, and the refusal where it did not. */
const mustPrecede: Partial<Record<StepKind, Before>> = {
  trial: ['charge', 'filed', 'justice.no-charge-before'],
  verdict: ['charge', 'filed', 'justice.no-charge-before'],
  appeal: ['verdict', undefined, 'justice.no-verdict-before'],
  'compensation-paid': ['compensation-awarded', undefined, 'justice.no-award-before'],
  'witness-protection-ended': ['witness-protection-granted', undefined, 'justice.no-protection-before'],
};

/** The refusal where what a step rests on is not among those steps, or came later. */
function missingBefore(steps: readonly Step[], { kind, on }: Pick<Step, 'kind' | 'on'>): Refusal | undefined {
  const before = mustPrecede[kind];
  if (!before) return undefined;
  const [needed, outcome, missing] = before;
  const found = steps.some((step) => step.kind === needed && (outcome === undefined || step.outcome === outcome) && step.on <= on);
  return found ? undefined : refuse(missing, {}, ['/on']);
}

/** What police, prosecution and courts did, when the child must be in court, what child and carer want of it, and who stands for the child. */
export const proceedings = (childOf: ChildOf) =>
  ({
    'record-step': command({
      summary: 'Write down what police, prosecution or a court did for this child, under which number, and how it came out',
      by: 'worker',
      input: without(events['step-recorded'], 'by'),
      decide(state, given, { actor }) {
        if (has(state.justice.steps, given.step)) return [];
        const possible: readonly string[] = stepOutcomes[given.kind];
        const fits = possible.length === 0 ? given.outcome === undefined : possible.includes(given.outcome ?? '');
        if (!fits) return refuse('justice.say-how-it-came-out', {}, ['/outcome']);
        const refused = beforeBirth(childOf(state), given.on) ?? missingBefore(standing(state.justice), given);
        return refused ?? [{ type: 'step-recorded', ...given, by: actor.id }];
      },
    }),
    'strike-step': command({
      summary: 'Say that a step of the proceedings was written down in error, and why; it stays to be read',
      by: 'worker',
      input: without(events['step-struck'], 'on', 'by'),
      about: 'step',
      decide(state, given, { today, actor }, { id: step, struck }) {
        if (struck !== null) return [];
        const rest = standing(state.justice).filter(({ id }) => id !== step);
        if (rest.some((one) => missingBefore(rest, one))) return refuse('justice.step-rests-on-it', {}, ['/step']);
        return [{ type: 'step-struck', ...given, on: today, by: actor.id }];
      },
    }),
    'plan-court-date': command({
      summary: 'Write down a day in court, or move one that is planned to another day',
      by: 'worker',
      input: events['court-date-planned'],
      decide(state, given) {
        const known = state.justice.courtDates.find(({ id }) => id === given.courtDate);
        if (known && known.state !== 'planned') return refuse('justice.court-date-over');
        const { on, purpose, place = null, accompaniedBy = null } = given;
        const same = known?.on === on && known.purpose === purpose && known.place === place && known.accompaniedBy === accompaniedBy;
        return same ? [] : [{ type: 'court-date-planned', ...given }];
      },
    }),
    'hold-court-date': command({
      summary: 'Write down what came of a day in court, how the child was heard and who was with them',
      by: 'worker',
      input: without(events['court-date-held'], 'by'),
      about: 'courtDate',
      decide(state, given, { actor }, known) {
        if (known.state === 'cancelled') return refuse('justice.court-date-over');
        if (known.state === 'held') return [];
        const refused = beforeBirth(childOf(state), given.on);
        if (refused) return refused;
        // No child is heard without somebody beside them; of one who was alone that is recorded.
        const present = given.heard === 'in-person' || given.heard === 'by-video';
        if (present && !given.accompaniedBy) return refuse('justice.say-who-accompanied', {}, ['/accompaniedBy']);
        return [{ type: 'court-date-held', ...given, by: actor.id }];
      },
    }),
    'cancel-court-date': command({
      summary: 'Say that a planned day in court does not take place, and why',
      by: 'worker',
      input: events['court-date-cancelled'],
      about: 'courtDate',
      decide(_, given, _context, { state: now }) {
        if (now === 'held') return refuse('justice.court-date-over');
        return now === 'cancelled' ? [] : [{ type: 'court-date-cancelled', ...given }];
      },
    }),
    'record-wish': command({
      summary: 'Write down whether child and carer want to take part in the proceedings',
      by: 'worker',
      input: without(events['wish-recorded'], 'on', 'by'),
      decide: (_, given, { today, actor }) => [{ type: 'wish-recorded', ...given, on: today, by: actor.id }],
    }),
    'name-lawyer': command({
      summary: 'Name the lawyer who stands for the child',
      by: 'worker',
      input: events['lawyer-named'],
      decide(state, given) {
        const known = state.justice.lawyer;
        const same = known?.since === given.since && known.name === given.name && known.contact === (given.contact ?? null);
        return same ? [] : [{ type: 'lawyer-named', ...given }];
      },
    }),
    'end-lawyer': command({
      summary: 'Say that the lawyer no longer stands for the child, and why',
      by: 'worker',
      input: without(events['lawyer-ended'], 'on'),
      decide: (state, input, { today }) => (state.justice.lawyer ? [{ type: 'lawyer-ended', on: today, because: input.because }] : []),
    }),
  }) satisfies Commands;
