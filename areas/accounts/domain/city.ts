import { Type } from 'typebox';
import { type CalendarName, calendarNames } from '../../../platform/calendar/definition.ts';
import {
  coded,
  command,
  defineRecord,
  type EventOf,
  fields,
  Line,
  offeredRoles,
  oneOf,
  type Role,
  refuse,
  shown,
} from '../../../platform/decider/index.ts';
import zones from './timeZones.json' with { type: 'json' };
import { sharedSpelling, type Ward } from './ward.ts';

const knownZones: ReadonlySet<string> = new Set(zones);
/** Whether a time zone is one that every calendar knows. */
export const isTimeZone = (zone: string): boolean => knownZones.has(zone);

const Short = Type.String({ minLength: 1, maxLength: 60 });
export const Wards = Type.Array(fields({ code: Short, name: Line, aliases: Type.Array(Short, { maxItems: 30 }) }), { maxItems: 2000 });
/** Without a calendar the city keeps its dates in that of its country. */
const about = {
  name: Line,
  country: Type.String({ pattern: '^[A-Z]{2}$' }),
  timeZone: Line,
  calendar: Type.Optional(oneOf(...calendarNames)),
};

const cityEvents = {
  'city-described': fields({
    name: coded(about.name),
    country: coded(about.country),
    timeZone: coded(about.timeZone),
    calendar: coded(about.calendar),
  }),
  'wards-listed': fields({ wards: coded(Wards) }),
  'second-factor-required': fields({ roles: coded(Type.Array(oneOf(...offeredRoles)), shown.word('role')) }),
};
export type CityEvent = EventOf<typeof cityEvents>;

/** The city that uses the system, and its wards. */
export interface CityState {
  readonly name: string;
  readonly country: string;
  readonly timeZone: string;
  readonly calendar?: CalendarName;
  readonly wards: readonly Ward[];
  /** Roles whose users sign in with a code besides the password. */
  readonly secondFactor?: readonly Role[];
}

const unsaid: CityState = { name: '', country: '', timeZone: '', wards: [] };

export const cityRecord = defineRecord<CityState, CityEvent>()({
  kind: 'accounts.city',
  single: true,
  events: cityEvents,
  facts: () => ({}),
  grants: { administrator: { roles: ['administrator'], fixed: true } },
  acts: { read: 'administrator' },
  evolve(state, event) {
    const before = state ?? unsaid;
    if (event.type === 'wards-listed') return { ...before, wards: event.wards };
    if (event.type === 'second-factor-required') return { ...before, secondFactor: event.roles };
    const { type: _, ...described } = event;
    const { wards, secondFactor } = before;
    return { ...described, wards, ...(secondFactor ? { secondFactor } : {}) };
  },
  commands: {
    describe: command({
      summary: 'Set the name, time zone, calendar and wards of the city, and how registers write the wards',
      in: 'new-or-existing',
      by: 'administrator',
      input: fields({ ...about, timeZone: oneOf(...zones), wards: Wards }),
      decide(state, { wards, ...city }) {
        const ward = sharedSpelling(wards);
        if (ward !== undefined) return refuse('accounts.ward-twice', { ward }, ['/wards']);
        const same = state && (['name', 'country', 'timeZone', 'calendar'] as const).every((field) => state[field] === city[field]);
        const sameWards = JSON.stringify(state?.wards ?? []) === JSON.stringify(wards);
        return [
          ...(same ? [] : [{ type: 'city-described' as const, ...city }]),
          ...(sameWards ? [] : [{ type: 'wards-listed' as const, wards }]),
        ];
      },
    }),
    'require-second-factor': command({
      summary: 'Set the roles whose users need a code besides the password',
      in: 'existing',
      by: 'administrator',
      input: fields({ roles: Type.Array(oneOf(...offeredRoles), { maxItems: offeredRoles.length }) }),
      decide(state, input) {
        const wanted = offeredRoles.filter((role) => input.roles.includes(role));
        return (state.secondFactor ?? []).join() === wanted.join() ? [] : [{ type: 'second-factor-required', roles: wanted }];
      },
    }),
  },
});
