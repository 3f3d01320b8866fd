import { Type } from 'typebox';
import { coded, command, defineRecord, type EventOf, fields, IsoDate, oneOf, refuse, shown } from '../../../platform/decider/index.ts';

/** Areas that a city may do without. What others stand on (accounts, registers, people, risks, cases, protection) is none of them. */
export const optionalAreas = ['suspects', 'referrals', 'partners'] as const;
type OptionalArea = (typeof optionalAreas)[number];

const Switch = { area: oneOf(...optionalAreas), on: Type.Boolean(), from: IsoDate };
const events = { 'area-switched': fields({ area: coded(Switch.area), on: coded(Switch.on), from: coded(Switch.from, shown.day) }) };
type SwitchesEvent = EventOf<typeof events>;

interface AreaSwitch {
  readonly area: OptionalArea;
  readonly on: boolean;
  /** The first day on which it holds. */
  readonly from: string;
}

/** Which areas the city uses, and from which day: by day, for each area. */
export interface SwitchesState {
  readonly switches: readonly AreaSwitch[];
}

/** The areas that are off on a day. An area that was never switched is on. */
export const areasOff = ({ switches }: SwitchesState, day: string): OptionalArea[] =>
  optionalAreas.filter((area) => switches.filter((one) => one.area === area && one.from <= day).at(-1)?.on === false);

export const switchesRecord = defineRecord<SwitchesState, SwitchesEvent>()({
  kind: 'accounts.switches',
  single: true,
  events,
  facts: () => ({}),
  grants: { administrator: { roles: ['administrator'], fixed: true } },
  acts: { read: 'administrator' },
  evolve(state, { type, ...made }) {
    // What was planned for that day or later is replaced.
    const kept = (state?.switches ?? []).filter(({ area, from }) => area !== made.area || from < made.from);
    return { switches: [...kept, made] };
  },
  commands: {
    switch: command({
      summary: 'Switch an area of the city on or off from a day',
      in: 'new-or-existing',
      by: 'administrator',
      input: fields(Switch),
      decide(state, { area, on, from }, { today }) {
        if (from < today) return refuse('accounts.switch-in-the-past', {}, ['/from']);
        const switches = state?.switches ?? [];
        const planned = switches.some((one) => one.area === area && one.from >= from);
        if (!planned && areasOff({ switches }, from).includes(area) === !on) return [];
        return [{ type: 'area-switched' as const, area, on, from }];
      },
    }),
  },
});
