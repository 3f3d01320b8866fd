import { Type } from 'typebox';
import {
  coded,
  defineRecord,
  type EventOf,
  fields,
  Id,
  identity,
  Line,
  oneOf,
  type Role,
  refuse,
  roles,
} from '../../../platform/decider/index.ts';

const RoleList = Type.Array(oneOf(...roles), { minItems: 1, maxItems: roles.length });

const userEvents = {
  'user-added': fields({ roles: coded(RoleList), name: identity(Line), userName: identity(Line) }),
  'user-renamed': fields({ name: identity(Line) }),
  'roles-changed': fields({ roles: coded(RoleList) }),
  'user-deactivated': fields({}),
  'user-reactivated': fields({}),
  'second-factor-added': fields({}),
  'second-factor-removed': fields({ by: coded(Id) }),
};
export type UserEvent = EventOf<typeof userEvents>;

/** Somebody who works with the system. */
export interface UserState {
  readonly name: string;
  readonly userName: string;
  readonly roles: readonly Role[];
  readonly active: boolean;
  readonly secondFactor?: boolean;
}

export const userRecord = defineRecord<UserState, UserEvent>({
  kind: 'accounts.user',
  events: userEvents,
  facts: (state) => ({ active: state.active, roles: state.roles }),
  evolve(state, event) {
    switch (event.type) {
      case 'user-added':
        return { name: event.name, userName: event.userName, roles: event.roles, active: true };
      case 'user-renamed':
        return { ...state!, name: event.name };
      case 'roles-changed':
        return { ...state!, roles: event.roles };
      case 'user-deactivated':
        return { ...state!, active: false };
      case 'user-reactivated':
        return { ...state!, active: true };
      case 'second-factor-added':
        return { ...state!, secondFactor: true };
      case 'second-factor-removed':
        return { ...state!, secondFactor: false };
    }
  },
  commands: {
    add: {
      summary: 'Take in a new user',
      input: fields({ name: Line, userName: Line, roles: RoleList }),
      decide: (state, input) =>
        state ? refuse('accounts.user-exists') : [{ type: 'user-added', ...(input as { name: string; userName: string; roles: Role[] }) }],
    },
    rename: {
      summary: "Change a user's name",
      input: fields({ name: Line }),
      decide: (state, input) =>
        !state
          ? refuse('ledger.not-found')
          : state.name === (input as { name: string }).name
            ? []
            : [{ type: 'user-renamed', name: (input as { name: string }).name }],
    },
    'change-roles': {
      summary: "Change a user's roles; open sessions end",
      input: fields({ roles: RoleList }),
      decide(state, input) {
        const { roles: wanted } = input as { roles: Role[] };
        if (!state) return refuse('ledger.not-found');
        return [{ type: 'roles-changed', roles: [...new Set(wanted)] }];
      },
    },
    deactivate: {
      summary: 'Let a user in no more; open sessions end at once',
      input: fields({}),
      decide: (state) => (!state ? refuse('ledger.not-found') : state.active ? [{ type: 'user-deactivated' }] : []),
    },
    'note-second-factor': {
      summary: 'Note that a second factor was put in force or taken away: by the system, with what it rests on',
      input: fields({ added: Type.Boolean(), by: Id }),
      decide(state, input) {
        const { added, by } = input as { added: boolean; by: string };
        if (!state) return refuse('ledger.not-found');
        if ((state.secondFactor ?? false) === added) return [];
        return [added ? { type: 'second-factor-added' } : { type: 'second-factor-removed', by }];
      },
    },
    reactivate: {
      summary: 'Let a user in again',
      input: fields({}),
      decide: (state) => (!state ? refuse('ledger.not-found') : state.active ? [] : [{ type: 'user-reactivated' }]),
    },
  },
});
