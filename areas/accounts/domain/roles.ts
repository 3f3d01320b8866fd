import { Type } from 'typebox';
import {
  coded,
  command,
  defineRecord,
  type EventOf,
  fields,
  type GrantChange,
  holdersOf,
  Id,
  IsoDate,
  Line,
  mayChange,
  narrative,
  offeredRoles,
  oneOf,
  type Role,
  refuse,
} from '../../../platform/decider/index.ts';

/** What a decision changes: whether a role holds a grant, and from which day. */
export const Change = { grant: Line, role: oneOf(...offeredRoles), holds: Type.Boolean(), from: IsoDate };
const rolesEvents = {
  'grant-changed': fields({
    grant: coded(Change.grant),
    role: coded(Change.role),
    holds: coded(Change.holds),
    from: coded(Change.from),
    on: coded(IsoDate),
    by: coded(Id),
    because: narrative(Line),
  }),
};
type RolesEvent = EventOf<typeof rolesEvents>;

/** A decision of the city on who holds a grant: who made it when, and why. */
export type GrantDecision = Omit<RolesEvent, 'type'>;

/** What a city changed in the table of roles that Olle ships. */
export interface RolesState {
  /** All decisions in the order in which they were made; what a later one replaced before it came into force is among them. */
  readonly decisions: readonly GrantDecision[];
}

const sameRole = (one: GrantChange, other: GrantChange) => one.grant === other.grant && one.role === other.role;

/** The decisions that hold or will, in order of their days: a later decision replaces what was planned for its day or after. */
export const changesOf = ({ decisions }: RolesState): readonly GrantDecision[] =>
  decisions
    .filter((one, at) => !decisions.slice(at + 1).some((later) => sameRole(one, later) && later.from <= one.from))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));

/** Which roles hold which grants in a city. Without decisions it is the table that Olle ships; a grant says what may be changed of it. */
export const rolesRecord = defineRecord<RolesState, RolesEvent>()({
  kind: 'accounts.roles',
  single: true,
  events: rolesEvents,
  facts: () => ({}),
  grants: {
    reader: { roles: ['data-protection-officer'], fixed: true },
    administrator: { roles: ['administrator'], fixed: true, includes: ['reader'] },
  },
  acts: { read: 'reader' },
  evolve: (state, { type, ...decision }) => ({ decisions: [...(state?.decisions ?? []), decision] }),
  commands: {
    change: command({
      summary: 'Give a role what it may do, or take it away, from a day on',
      in: 'new-or-existing',
      by: 'administrator',
      /** `forNobody`: also where no role would hold the grant any more. */
      input: fields({ ...Change, because: Line, forNobody: Type.Optional(Type.Boolean()) }),
      decide(state = { decisions: [] }, { because, forNobody = false, ...change }, { today, actor, grants = [] }) {
        const grant = grants.find(({ key }) => key === change.grant);
        if (!grant) return refuse('accounts.no-such-grant', {}, ['/grant']);
        if (change.from < today) return refuse('accounts.roles-in-the-past', {}, ['/from']);
        if (!mayChange(grant, change)) return refuse(change.holds ? 'accounts.grant-not-for-role' : 'accounts.grant-fixed', {}, ['/role']);
        const after = { decisions: [...state.decisions, { ...change, on: today, by: actor.id, because }] };
        const holders = (held: RolesState, day: string): Role[] => [...holdersOf(grant, changesOf(held), day)].sort();
        const days = [change.from, ...after.decisions.map(({ from }) => from).filter((day) => day > change.from)];
        if (days.every((day) => holders(after, day).join() === holders(state, day).join())) return [];
        const isLeft = days.some((day) => holders(after, day).length === 0 && holders(state, day).length > 0);
        if (isLeft && !forNobody) return refuse('accounts.grant-for-nobody', {}, ['/role']);
        return [{ type: 'grant-changed', ...change, on: today, by: actor.id, because }];
      },
    }),
  },
});
