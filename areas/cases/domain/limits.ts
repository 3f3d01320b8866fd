import { type Static, Type } from 'typebox';
import {
  type Context,
  coded,
  command,
  consult,
  defineRecord,
  type EventOf,
  field,
  fields,
  refuse,
  without,
} from '../../../platform/decider/index.ts';
import shipped from './limits.json' with { type: 'json' };

export type LimitName = keyof typeof shipped.limits;
export const limitNames = Object.keys(shipped.limits) as LimitName[];

/** The least and the most that a city may set a limit to. */
export const boundsOf = (name: LimitName): { readonly least: number; readonly most: number } => shipped.limits[name];

const ValuesSchema = fields(
  Object.fromEntries(
    limitNames.map((name) => [name, Type.Integer({ minimum: boundsOf(name).least, maximum: boundsOf(name).most })]),
  ) as Record<LimitName, ReturnType<typeof Type.Integer>>,
);
const VisitDaysSchema = Type.Array(Type.Integer({ minimum: 1, maximum: 3650 }), { minItems: 1, maxItems: 24 });

/** Time limits of the work on cases: what is due when. `visitDays`: days after a return home on which a child is visited. */
export interface Limits {
  readonly from: string;
  readonly values: Readonly<Record<LimitName, number>>;
  readonly visitDays: readonly number[];
}

/** What holds where a city has set nothing. */
export const startingLimits: Limits = {
  from: '2026-01-01',
  values: Object.fromEntries(limitNames.map((name) => [name, shipped.limits[name].starts])) as Record<LimitName, number>,
  visitDays: shipped.visitDays,
};

const limitsEvents = {
  'limits-set': fields({
    from: field.day,
    on: field.date,
    by: field.id,
    values: coded(ValuesSchema),
    visitDays: coded(VisitDaysSchema),
    because: field.line,
  }),
};
export type LimitsEvent = EventOf<typeof limitsEvents>;

export interface LimitsState {
  /** In order of the day from which each holds. */
  readonly versions: readonly (Limits & { readonly setOn: string; readonly by: string; readonly because: string })[];
}

/** The limits that hold on a day: the latest version that has begun, or those a city starts with. */
export const limitsOn = (state: LimitsState | undefined, day: string): Limits =>
  state?.versions.findLast(({ from }) => from <= day) ?? startingLimits;

/** What a command that sets a due day consults. */
export const limitsConsulted = { kind: 'cases.limits' } as const;
/** The limits that hold for a decision made now; name `limitsConsulted` in the command's `consults`. */
export const limitsNow = (context: Context): Limits => limitsOn(consult<LimitsState>(context, limitsConsulted.kind), context.today);

type Values = Static<typeof ValuesSchema>;

export const limitsRecord = defineRecord<LimitsState, LimitsEvent>()({
  kind: 'cases.limits',
  single: true,
  events: limitsEvents,
  facts: () => ({}),
  grants: { keeper: { roles: ['supervisor', 'administrator'] } },
  acts: { read: 'keeper' },
  evolve(state, { from, on, by, values, visitDays, because }) {
    const others = state?.versions.filter((version) => version.from !== from) ?? [];
    // A limit that a version does not know yet has the value that a city starts with.
    const version = { from, setOn: on, by, because, values: { ...startingLimits.values, ...(values as Values) }, visitDays };
    return { versions: [...others, version].sort((a, b) => a.from.localeCompare(b.from)) };
  },
  commands: {
    set: command({
      summary: 'Set the time limits that hold from a day on; what held before is kept',
      in: 'new-or-existing',
      by: 'keeper',
      input: without(limitsEvents['limits-set'], 'on', 'by'),
      decide(state, { from, because, values, visitDays }, { today, actor }) {
        if (from < today) return refuse('cases.limits-in-the-past', {}, ['/from']);
        if (visitDays.some((day, i) => i > 0 && day <= visitDays[i - 1]!)) return refuse('cases.visit-days-in-order', {}, ['/visitDays']);
        const known = state?.versions.find((version) => version.from === from);
        if (known && JSON.stringify([known.values, known.visitDays]) === JSON.stringify([values, visitDays])) return [];
        return [{ type: 'limits-set', from, on: today, by: actor.id, values: { ...values }, visitDays: [...visitDays], because }];
      },
    }),
  },
});

/** Days for which nothing was written in a case, and for which its child was not seen, before it is said. */
export const untouchedDays = 30;
export const unseenDays = 91;

/** What an open case may lack, as supervisors look for it; what each means is in `server/case/lacks.ts`. */
export const lacks = ['worker', 'assessment', 'plan', 'consent', 'guardian', 'seen', 'touched'] as const;
export type Lack = (typeof lacks)[number];
