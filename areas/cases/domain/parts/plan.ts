import { addDays, changed, field, fields, has, refuse, soleId, without } from '../../../../platform/decider/index.ts';
import { type DomainScore, isRed } from '../../../forms/domain/index.ts';
import { type LifeDomain, lifeDomains, type needLevels } from '../choices.ts';
import { type Limits, limitsConsulted, limitsNow } from '../limits.ts';
import { command, definePart } from '../part.ts';
import type { CaseState, RiskLevel } from '../state/case.ts';
import { planEvents as events, type NeedsFound } from '../state/plan.ts';

const { domain } = events['goal-set'].properties;

/** Days until a plan is looked at again: sooner where the risk is high. */
const reviewDays = ({ values }: Limits, level: RiskLevel) => (level === 'high' ? values.reviewDaysHigh : values.reviewDays);

const openGoals = ({ plan }: CaseState) => plan.goals.filter(({ state }) => state === 'open');

/** How much is needed where a domain scores so; undefined where nothing was found out. Scores are 0 (nothing is well) to 4 (all is well). */
function levelOf(one: DomainScore): (typeof needLevels)[number] | undefined {
  if (isRed(one)) return 'urgent';
  if (one.score === null) return undefined;
  if (one.score <= 2) return 'serious';
  return one.score < 3.5 ? 'some' : 'none';
}
const isLifeDomain = (domain: string): domain is LifeDomain => (lifeDomains as readonly string[]).includes(domain);

/** What the child needs: of each domain what was found out last, by an assessment or a visit; null before the first assessment. */
export function needsOf({ answers }: Pick<CaseState, 'answers'>): NeedsFound | null {
  const scored = answers.given
    .filter(({ now }) => now.outcome.domains.some((one) => levelOf(one) !== undefined))
    .toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
  const assessment = scored.findLast(({ purpose }) => purpose === 'assessment');
  if (!assessment) return null;
  const found = new Map<string, NeedsFound['needs'][number]>();
  for (const { on, now, purpose } of scored)
    for (const one of now.outcome.domains) {
      const level = levelOf(one);
      if (level && isLifeDomain(one.domain))
        found.set(one.domain, { domain: one.domain, level, on, at: purpose === 'visit' ? 'visit' : 'assessment' });
    }
  return { on: assessment.on, by: assessment.now.by, needs: lifeDomains.flatMap((domain) => found.get(domain) ?? []) };
}
/** Domains in which the need is urgent by what an assessment found out last; what visits found stands in the way of closing by itself. */
const urgentDomains = (state: CaseState) =>
  needsOf(state)?.needs.filter(({ level, at }) => level === 'urgent' && at === 'assessment') ?? [];

/** Needs by domain, goals and their review, and what is agreed for the end. */
export const plan = definePart(events)({
  slice: 'plan',
  page: 'plan',
  initial: { goals: [], reviewOn: null, assessmentDue: null, planDue: null, ending: null },
  evolve: {
    'goal-set': (slice, { type: _, goal: id, reviewOn, ...set }) => ({
      ...slice,
      reviewOn: slice.reviewOn ?? reviewOn,
      goals: [...slice.goals.filter((goal) => goal.id !== id), { id, ...set, state: 'open', settledOn: null }],
    }),
    'goal-settled': (slice, { goal, how, on }) => ({
      ...slice,
      goals: changed(slice.goals, goal, { state: how, settledOn: on }),
    }),
    'plan-reviewed': (slice, { reviewOn }) => ({ ...slice, reviewOn }),
    'ending-agreed': (slice, { type: _, by: _by, ...ending }) => ({ ...slice, ending }),
  },
  commands: {
    'set-goal': command({
      summary: 'Say what is to be reached for the child in a domain, until when',
      by: 'worker',
      input: fields({ goal: field.id, domain, what: field.line, due: field.coming }),
      consults: () => [limitsConsulted],
      decide(state, given, context) {
        if (!needsOf(state)) return refuse('cases.assess-first');
        if (has(state.plan.goals, given.goal)) return [];
        const reviewOn = addDays(context.today, reviewDays(limitsNow(context), state.riskLevel));
        return [{ type: 'goal-set', ...given, reviewOn }];
      },
    }),
    'settle-goal': command({
      summary: 'Say that a goal is met, or is no longer pursued and why',
      by: 'worker',
      input: without(events['goal-settled'], 'on'),
      about: 'goal',
      decide(_, given, { today }, { state: now }) {
        if (given.how === 'dropped' && !given.note) return refuse('cases.say-why-dropped', {}, ['/note']);
        return now === 'open' ? [{ type: 'goal-settled', ...given, on: today }] : [];
      },
    }),
    'review-plan': command({
      summary: 'Look at the plan again with the child, and say what it came to',
      by: 'worker',
      input: without(events['plan-reviewed'], 'on', 'by', 'reviewOn'),
      consults: () => [limitsConsulted],
      decide(state, input, context) {
        if (state.plan.goals.length === 0) return refuse('cases.no-plan');
        const { today, actor } = context;
        const reviewOn = addDays(today, reviewDays(limitsNow(context), state.riskLevel));
        return [{ type: 'plan-reviewed', on: today, by: actor.id, reviewOn, note: input.note }];
      },
    }),
    'agree-ending': command({
      summary: 'Write down what child and carer say to the end of the case, and whom they can turn to afterwards',
      by: 'worker',
      input: without(events['ending-agreed'], 'on', 'by'),
      decide(_, given, { today, actor }) {
        return [{ type: 'ending-agreed', ...given, on: today, by: actor.id }];
      },
    }),
  },
  tasks({ plan: { goals, reviewOn, assessmentDue, planDue }, answers }) {
    const needs = needsOf({ answers });
    const open = goals.filter(({ state }) => state === 'open');
    return [
      ...(!needs && assessmentDue ? [{ id: soleId, kind: 'assessment' as const, who: null, due: assessmentDue }] : []),
      ...(needs && goals.length === 0 && planDue ? [{ id: soleId, kind: 'plan' as const, who: null, due: planDue }] : []),
      ...(open.length > 0 && reviewOn ? [{ id: soleId, kind: 'review' as const, who: null, due: reviewOn }] : []),
      ...open.map(({ id, due, what }) => ({ id, kind: 'goal' as const, who: null, due, what })),
    ];
  },
  hinders(state, reason) {
    if (reason !== 'goals-met') return [];
    const [open, urgent] = [openGoals(state).length, urgentDomains(state).length];
    const { goals, ending } = state.plan;
    return [
      ...(goals.length === 0 ? [refuse('cases.no-goals-to-meet')] : []),
      ...(open > 0 ? [refuse('cases.goals-open', { open })] : []),
      ...(urgent > 0 ? [refuse('cases.needs-urgent', { urgent })] : []),
      ...(ending ? [] : [refuse('cases.ending-not-agreed')]),
      ...(ending?.child === 'does-not-agree' ? [refuse('cases.child-does-not-agree')] : []),
    ];
  },
});
