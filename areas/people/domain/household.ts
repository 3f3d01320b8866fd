import { Type } from 'typebox';
import { coded, command, defineRecord, type EventOf, fields, Id, identity, Line } from '../../../platform/decider/index.ts';

const living = { number: identity(Line), members: coded(Type.Array(Id)) };
const householdEvents = {
  'household-formed': fields(living),
  'household-changed': fields({ members: living.members }),
};
export type HouseholdEvent = EventOf<typeof householdEvents>;

/** Those who live together by the household register. Its id comes from the number of the register and stays the same from import to import. */
export interface HouseholdState {
  readonly number: string;
  /** The persons, in order of id; nobody where the register has the number no more. */
  readonly members: readonly string[];
}

/** The households of persons, by number: a person is of one at most. */
export function householdsOf(persons: readonly { readonly id: string; readonly number: string | null }[]): Map<string, string[]> {
  const found = new Map<string, Set<string>>();
  const seen = new Set<string>();
  for (const { id, number } of persons) {
    if (number === null || seen.has(id)) continue;
    seen.add(id);
    found.set(number, (found.get(number) ?? new Set()).add(id));
  }
  return new Map([...found].map(([number, members]) => [number, [...members].sort()]));
}

export const householdRecord = defineRecord<HouseholdState, HouseholdEvent>()({
  kind: 'people.household',
  events: householdEvents,
  facts: (state) => ({ empty: state.members.length === 0 }),
  grants: { reader: { roles: ['case-worker', 'supervisor', 'registrar', 'data-protection-officer'], mayAlso: ['triage'] } },
  acts: { read: 'reader' },
  evolve: (state, event) => ({ number: event.type === 'household-formed' ? event.number : state!.number, members: event.members }),
  commands: {
    gather: command({
      summary: 'Take the persons who live together, as the household register and linkage say',
      in: 'new-or-existing',
      by: 'system',
      input: fields(living),
      decide(state, { number, members }) {
        const now = [...new Set(members)].sort();
        if (!state) return now.length > 0 ? [{ type: 'household-formed', number, members: now }] : [];
        return now.join() === state.members.join() ? [] : [{ type: 'household-changed', members: now }];
      },
    }),
    disperse: command({
      summary: 'Note that the household register has that number no more',
      in: 'existing',
      by: 'system',
      input: fields({}),
      decide: (state) => (state.members.length === 0 ? [] : [{ type: 'household-changed', members: [] }]),
    }),
  },
});
