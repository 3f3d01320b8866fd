import { addDays, refuse, without } from '../../../../platform/decider/index.ts';
import { limitsConsulted, limitsNow } from '../limits.ts';
import { command, definePart } from '../part.ts';
import { carerOf, guardianFirst } from '../safety/protection.ts';
import { suspectsIn } from '../safety/suspectsAt.ts';
import { type Assessment, bestInterestsEvents } from '../state/bestInterests.ts';

const { 'best-interests-determined': determined, 'place-assessed': assessed } = bestInterestsEvents;

const isUnsafe = ({ result }: Assessment) => (result === 'not-safe' ? 1 : 0);
/** The last one last, also where it was written down late; of those of one day the dangerous word counts. */
const byDay = (a: Assessment, b: Assessment) => a.on.localeCompare(b.on) || isUnsafe(a) - isUnsafe(b);

/**
 * What is best for the child, found before anything lasting is decided (UNICEF guidelines 2006: best-interests determination, durable
 * solution), and whether a place is safe for it.
 */
export const bestInterests = definePart(bestInterestsEvents)({
  slice: 'bestInterests',
  initial: { determinations: [], solution: null, places: [] },
  evolve: {
    'best-interests-determined': (slice, { type: _, determination: id, ...one }) => ({
      ...slice,
      determinations: [...slice.determinations.filter((other) => other.id !== id), { id, ...one }],
    }),
    'solution-decided': (slice, { type: _, ...solution }) => ({ ...slice, solution }),
    'place-assessed'(slice, { type: _, place: id, kind, name, country, carer, assessment, ...found }) {
      const before = slice.places.find((other) => other.id === id);
      const all = [...(before ? [...before.earlier, before.assessment] : []), { id: assessment, ...found }].sort(byDay);
      const place = { id, kind, name, country, carer, assessment: all.at(-1)!, earlier: all.slice(0, -1) };
      return { ...slice, places: [...slice.places.filter((other) => other.id !== id), place] };
    },
  },
  commands: {
    'record-determination': command({
      summary: 'Write down what was found to be best for the child, who took part and what the child says',
      by: 'worker',
      input: determined,
      decide(state, one, { today }) {
        const known = state.bestInterests.determinations.find(({ id }) => id === one.determination);
        // Recorded before the child was heard, it is completed once they were.
        if (known && (known.hearing !== 'not-yet' || one.hearing === 'not-yet')) return [];
        const people = new Set(one.participants.map(({ role, name }) => `${role} ${name}`));
        if (people.size < 2) return refuse('cases.determined-alone', {}, ['/participants']);
        if (one.hearing === 'heard' && one.childView === '') return refuse('cases.write-child-view', {}, ['/childView']);
        if (one.hearing === 'not-possible' && one.childView === '') return refuse('cases.say-why-not-heard', {}, ['/childView']);
        if (one.reviewOn <= today) return refuse('cases.review-to-come', {}, ['/reviewOn']);
        return [{ type: 'best-interests-determined', ...one }];
      },
    }),
    'decide-solution': command({
      summary: 'Decide where and with whom the child is to live for good',
      by: 'supervisor',
      input: without(bestInterestsEvents['solution-decided'], 'determination', 'on', 'by'),
      decide(state, { solution }, { today, actor }) {
        const missing = guardianFirst(state, today);
        if (missing) return missing;
        const last = state.bestInterests.determinations.at(-1);
        if (!last) return refuse('cases.determination-first', {}, ['/solution']);
        if (last.hearing === 'not-yet') return refuse('cases.child-view-first');
        if (last.reviewOn < today) return refuse('cases.determination-over', { on: last.reviewOn }, ['/solution']);
        if (last.solution !== solution) return refuse('cases.determined-otherwise', {}, ['/solution']);
        const known = state.bestInterests.solution;
        if (known?.solution === solution && known.determination === last.id) return [];
        return [{ type: 'solution-decided', solution, determination: last.id, on: today, by: actor.id }];
      },
    }),
    'assess-place': command({
      summary: 'Write down whether a place or a family is safe for the child, who looked, and why',
      by: 'worker',
      input: without(assessed, 'until'),
      consults: () => [limitsConsulted],
      decide(state, one, context) {
        if (state.bestInterests.places.some(({ assessment, earlier }) => [...earlier, assessment].some(({ id }) => id === one.assessment)))
          return [];
        if (one.country !== null && one.jointlyWith === '') return refuse('cases.assess-jointly', {}, ['/jointlyWith']);
        const carer = one.carer === null ? undefined : carerOf(state, one.carer);
        if (one.carer !== null && !carer) return refuse('cases.no-such-carer', {}, ['/carer']);
        if (one.result !== 'not-safe' && suspectsIn(state, one).length > 0) return refuse('cases.place-of-suspect', {}, ['/result']);
        return [{ type: 'place-assessed', ...one, until: addDays(one.on, limitsNow(context).values.placeRiskDays) }];
      },
    }),
  },
  tasks: (state) =>
    state.bestInterests.determinations
      .slice(-1)
      .map(({ id, reviewOn }) => ({ id, kind: 'best-interests-review', who: null, due: reviewOn })),
});
