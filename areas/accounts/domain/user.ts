import { Type } from 'typebox';
import {
  ComingDay,
  coded,
  command,
  defineRecord,
  type EventOf,
  fields,
  Id,
  IdOf,
  IsoDate,
  identity,
  Line,
  Maybe,
  offeredRoles,
  oneOf,
  type Refusal,
  type Role,
  refuse,
  shown,
  WardCode,
} from '../../../platform/decider/index.ts';
import { meet, type RolesHeld, type RoleTerm, TermRole, turnsOf } from './terms.ts';

const RoleList = Type.Array(oneOf(...offeredRoles), { minItems: 1, maxItems: offeredRoles.length });

/** The partner organisation whose user somebody is. */
const Organisation = Type.Optional(IdOf('partners.organisation'));

/** Which languages somebody works in (ISO 639), and in which wards of the city. */
const Languages = Type.Array(Type.String({ pattern: '^[a-z]{2,3}$' }), { maxItems: 20 });
const WardsOfWork = Type.Array(WardCode, { maxItems: 100 });

const termRole = { role: coded(TermRole, shown.word('role')) };
const userEvents = {
  'user-added': fields({
    roles: coded(RoleList),
    organisation: coded(Type.Optional(Id)),
    name: identity(Line),
    userName: identity(Line),
  }),
  'user-renamed': fields({ name: identity(Line) }),
  'roles-changed': fields({ roles: coded(RoleList, shown.word('role')) }),
  'role-given-for-a-time': fields({
    ...termRole,
    from: coded(IsoDate, shown.day),
    until: coded(Maybe(IsoDate), shown.day),
  }),
  'role-term-began': fields(termRole),
  'role-term-ended': fields(termRole),
  'work-described': fields({ languages: coded(Languages), wards: coded(WardsOfWork) }),
  'organisation-set': fields({ organisation: coded(Type.Union([Id, Type.Null()])) }),
  'user-deactivated': fields({}),
  'user-reactivated': fields({}),
  'second-factor-added': fields({}),
  'second-factor-removed': fields({ by: coded(Id) }),
};
export type UserEvent = EventOf<typeof userEvents>;

/** Somebody who works with the system. */
export interface UserState extends RolesHeld {
  readonly name: string;
  readonly userName: string;
  /** The partner organisation they belong to; null for the people of the office. */
  readonly organisation: string | null;
  readonly active: boolean;
  readonly secondFactor?: boolean;
  readonly languages?: readonly string[];
  readonly wards?: readonly string[];
}

/** Whoever watches over the work with children's records does none of it, and whoever studies what has no names reads none. */
const atWork: readonly Role[] = ['case-worker', 'supervisor', 'registrar', 'clinic', 'legal', 'triage', 'exchange-officer'];
const rolesApart: readonly (readonly [Role, readonly Role[]])[] = [
  ['data-protection-officer', [...atWork, 'research']],
  ['research', atWork],
];

interface Placed extends RolesHeld {
  readonly organisation?: string | null;
}

const without = (terms: readonly RoleTerm[], ...some: readonly Role[]) => terms.filter(({ role }) => !some.includes(role));

/** Whoever belongs to a partner organisation holds the role of a partner and no other: nobody reads the office's files and a partner's letters. */
function misplaced({ roles, terms = [], organisation }: Placed): Refusal | undefined {
  const given = [...roles, ...terms.map(({ role }) => role)];
  const partner = given.includes('partner');
  if (partner && given.some((role) => role !== 'partner')) return refuse('accounts.partner-alone', {}, ['/roles']);
  const mixed = rolesApart.some(
    ([one, others]) => given.includes(one) && given.some((role) => others.includes(role) && meet(terms, one, role)),
  );
  if (mixed) return refuse('accounts.roles-apart', {}, ['/roles']);
  if (partner && !organisation) return refuse('accounts.partner-of-whom', {}, ['/organisation']);
  return !partner && organisation ? refuse('accounts.not-a-partner', {}, ['/organisation']) : undefined;
}

export const userRecord = defineRecord<UserState, UserEvent>()({
  kind: 'accounts.user',
  events: userEvents,
  facts: (state) => ({ active: state.active, roles: state.roles }),
  status: ({ active }) => (active ? 'active' : 'inactive'),
  refusals: { existing: 'accounts.user-exists' },
  grants: {
    administrator: { roles: ['administrator'], fixed: true },
    // But not their own account: nobody can lock the office out or give themselves a role.
    'administrator-of-others': { roles: ['administrator'], fixed: true, where: ({ id }) => ({ id: { $ne: id } }) },
    // Who shares out the work says whom it fits.
    lead: { roles: ['supervisor'] },
    // Whoever must choose a worker sees names and roles.
    reader: { roles: ['case-worker', 'supervisor', 'registrar', 'data-protection-officer'], mayAlso: ['triage', 'legal'] },
  },
  acts: {
    read: ['administrator', 'reader'],
    invite: 'administrator',
    'renew-password': 'administrator-of-others',
    'reset-second-factor': 'administrator-of-others',
  },
  evolve(state, event) {
    switch (event.type) {
      case 'user-added':
        return { name: event.name, userName: event.userName, roles: event.roles, organisation: event.organisation ?? null, active: true };
      case 'user-renamed':
        return { ...state!, name: event.name };
      case 'roles-changed': {
        // What is held for a time stays so, unless it is now held for good.
        const terms = without(state!.terms ?? [], ...event.roles);
        return { ...state!, roles: [...event.roles, ...state!.roles.filter((role) => terms.some((term) => term.role === role))], terms };
      }
      case 'role-given-for-a-time': {
        const { role, from, until } = event;
        return { ...state!, terms: [...without(state!.terms ?? [], role), { role, from, until }] };
      }
      case 'role-term-began': {
        const terms = (state!.terms ?? []).filter(({ role, until }) => role !== event.role || until !== null);
        return { ...state!, roles: [...state!.roles, event.role], terms };
      }
      case 'role-term-ended':
        return { ...state!, roles: state!.roles.filter((role) => role !== event.role), terms: without(state!.terms ?? [], event.role) };
      case 'work-described':
        return { ...state!, languages: event.languages, wards: event.wards };
      case 'organisation-set':
        return { ...state!, organisation: event.organisation };
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
    add: command({
      summary: 'Add a user',
      in: 'new',
      by: 'administrator',
      input: fields({ name: Line, userName: Line, roles: RoleList, organisation: Organisation }),
      decide: (_, user) => misplaced(user) ?? [{ type: 'user-added', ...user }],
    }),
    rename: command({
      summary: "Change a user's name",
      in: 'existing',
      by: 'administrator',
      input: fields({ name: Line }),
      decide: (state, { name }) => (state.name === name ? [] : [{ type: 'user-renamed', name }]),
    }),
    'describe-work': command({
      summary: 'Say in which languages and wards a user works',
      in: ['active'],
      by: 'lead',
      input: fields({ languages: Languages, wards: WardsOfWork }),
      decide({ languages = [], wards = [] }, input) {
        const said = { languages: [...new Set(input.languages)], wards: [...new Set(input.wards)] };
        if (JSON.stringify([languages, wards]) === JSON.stringify([said.languages, said.wards])) return [];
        return [{ type: 'work-described', ...said }];
      },
    }),
    'change-roles': command({
      summary: 'Change the roles that a user holds for good, and whose user a partner is; open sessions end',
      in: 'existing',
      by: 'administrator-of-others',
      input: fields({ roles: RoleList, organisation: Organisation }),
      decide(state, wanted) {
        const organisation = wanted.organisation ?? null;
        return (
          misplaced({ ...wanted, terms: without(state.terms ?? [], ...wanted.roles) }) ?? [
            { type: 'roles-changed' as const, roles: [...new Set(wanted.roles)] },
            ...((state.organisation ?? null) === organisation ? [] : [{ type: 'organisation-set' as const, organisation }]),
          ]
        );
      },
    }),
    'give-role-for-a-time': command({
      summary: 'Let a user hold a role from a day, until a day, or both',
      in: 'existing',
      by: 'administrator-of-others',
      input: fields({ role: TermRole, from: Type.Optional(ComingDay), until: Type.Optional(ComingDay) }),
      decide(state, { role, from: begins, until = null }, { today }) {
        const from = begins ?? today;
        if (until === null && from === today) return refuse('accounts.term-without-days', {}, ['/until']);
        if (until !== null && until < from) return refuse('accounts.term-ends-before', {}, ['/until']);
        const held = state.roles.includes(role);
        if (held && from > today) return refuse('accounts.role-held', {}, ['/from']);
        const { roles, organisation, terms = [] } = state;
        const wrong = misplaced({ roles, organisation, terms: [...without(terms, role), { role, from, until }] });
        if (wrong) return { ...wrong, fields: ['/role'] };
        const begun = !held && from === today ? [{ type: 'role-term-began' as const, role }] : [];
        return [{ type: 'role-given-for-a-time', role, from, until }, ...begun];
      },
    }),
    'end-role-term': command({
      summary: 'End a role that is held for a time before its last day, or do not let it begin',
      in: 'existing',
      by: 'administrator-of-others',
      offered: ({ terms = [] }) => terms.length > 0,
      input: fields({ role: TermRole }),
      decide: ({ terms = [] }, { role }) => (terms.some((term) => term.role === role) ? [{ type: 'role-term-ended', role }] : []),
    }),
    'follow-terms': command({
      summary: 'Note which roles begin and end today: by the system, at midnight of the city',
      in: 'existing',
      by: 'system',
      input: fields({}),
      decide(state, _, { today }) {
        const { ended, begun } = turnsOf(state, today);
        return [
          ...ended.map((role) => ({ type: 'role-term-ended' as const, role })),
          ...begun.map((role) => ({ type: 'role-term-began' as const, role })),
        ];
      },
    }),
    deactivate: command({
      summary: 'Deactivate a user, who can no longer sign in; open sessions end at once',
      in: ['active'],
      already: ['inactive'],
      by: 'administrator-of-others',
      input: fields({}),
      decide: () => [{ type: 'user-deactivated' }],
    }),
    'note-second-factor': command({
      summary: 'Note that a second factor was added or removed: by the system, together with the change itself',
      in: 'existing',
      by: 'system',
      input: fields({ added: Type.Boolean(), by: Id }),
      decide(state, { added, by }) {
        if ((state.secondFactor ?? false) === added) return [];
        return [added ? { type: 'second-factor-added' } : { type: 'second-factor-removed', by }];
      },
    }),
    reactivate: command({
      summary: 'Let a user sign in again',
      in: ['inactive'],
      already: ['active'],
      by: 'administrator-of-others',
      input: fields({}),
      decide: () => [{ type: 'user-reactivated' }],
    }),
  },
});
