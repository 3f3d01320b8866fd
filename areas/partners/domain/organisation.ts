import { type Static, type TSchema, Type } from 'typebox';
import {
  coded,
  defineRecord,
  type EventOf,
  fields,
  Id,
  IsoDate,
  identity,
  Line,
  narrative,
  oneOf,
  Prose,
  type Refusal,
  refuse,
} from '../../../platform/decider/index.ts';
import { Hours } from './hours.ts';
import { categories, closeReasons, languages, Service, SharedField, services, sexes, sharedFields } from './taxonomy.ts';

const Maybe = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()]);
const Age = Type.Integer({ minimum: 0, maximum: 25 });
const Count = Type.Integer({ minimum: 0, maximum: 100_000 });

/** What an organisation is and does. Its name is public; where it is and how it is reached is not: a shelter is kept secret. */
const about = {
  name: Line,
  otherNames: Type.Array(Line, { maxItems: 10 }),
  category: oneOf(...categories),
  services: Type.Array(Service, { maxItems: services.length }),
  /** Codes of the city's wards; none: all of the city. */
  wards: Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { maxItems: 2000 }),
  leastAge: Maybe(Age),
  mostAge: Maybe(Age),
  sex: oneOf(...sexes),
  languages: Type.Array(oneOf(...languages), { maxItems: languages.length }),
  hours: Hours,
  emergencyHours: Hours,
};
const reach = { address: Type.String({ maxLength: 400 }), phone: Type.String({ maxLength: 60 }), email: Type.String({ maxLength: 200 }) };
const Contacts = Type.Array(
  fields({
    name: Line,
    role: Type.String({ maxLength: 200 }),
    phone: Type.String({ maxLength: 60 }),
    email: Type.String({ maxLength: 200 }),
    emergency: Type.Boolean(),
  }),
  { maxItems: 30 },
);
const Shares = Type.Array(SharedField, { maxItems: sharedFields.length });

const profile = {
  ...(Object.fromEntries(Object.entries(about).map(([name, schema]) => [name, coded(schema)])) as unknown as typeof about),
  ...(Object.fromEntries(Object.entries(reach).map(([name, schema]) => [name, identity(schema)])) as unknown as typeof reach),
};
const Profile = fields({ ...about, ...reach });
type Profile = Static<typeof Profile>;

const organisationEvents = {
  'organisation-added': fields({ ...profile, on: coded(IsoDate) }),
  'organisation-described': fields({ ...profile }),
  'contacts-listed': fields({ contacts: identity(Contacts) }),
  'agreement-made': fields({
    agreement: coded(Id),
    title: coded(Line),
    from: coded(IsoDate),
    until: coded(Maybe(IsoDate)),
    shares: coded(Shares),
  }),
  'agreement-ended': fields({ agreement: coded(Id), on: coded(IsoDate), because: narrative(Prose) }),
  'places-counted': fields({ places: coded(Maybe(Count)), taken: coded(Count), on: coded(IsoDate) }),
  'organisation-closed': fields({ on: coded(IsoDate), reason: coded(oneOf(...closeReasons)), because: narrative(Prose) }),
  'organisation-reopened': fields({ on: coded(IsoDate), because: narrative(Prose) }),
};
export type OrganisationEvent = EventOf<typeof organisationEvents>;

/** What an organisation and the city agreed: from when until when, and what may be told of a child. */
export interface Agreement {
  readonly id: string;
  readonly title: string;
  readonly from: string;
  /** The last day on which it holds; null: until it is ended. */
  readonly until: string | null;
  readonly shares: readonly string[];
  readonly endedOn: string | null;
}

/** An organisation that the city works with. */
export interface OrganisationState extends Profile {
  readonly status: 'active' | 'closed';
  readonly since: string;
  readonly contacts: Static<typeof Contacts>;
  readonly agreements: readonly Agreement[];
  /** Null where it does not count places. */
  readonly places: number | null;
  readonly taken: number;
  readonly countedOn: string | null;
  readonly closedOn: string | null;
  readonly closeReason: string | null;
}

/** The last day on which an agreement holds; null: no such day is known. One that was ended held until the day before. */
const inForce = ({ from, until, endedOn }: Agreement, day: string) =>
  from <= day && (until === null || day <= until) && (endedOn === null || day < endedOn);

/** The agreements that hold on a day. */
export const agreementsOn = (state: Pick<OrganisationState, 'agreements'>, day: string): readonly Agreement[] =>
  state.agreements.filter((agreement) => inForce(agreement, day));

/**
 * Why a child cannot be referred there for that service on that day, telling those fields; undefined where it can. What may be told is
 * what the agreements in force allow together.
 */
export function refusalToRefer(
  state: OrganisationState | undefined,
  { service, shares, day }: { readonly service: string; readonly shares: readonly string[]; readonly day: string },
): Refusal | undefined {
  if (!state) return refuse('ledger.not-found');
  if (state.status === 'closed') return refuse('partners.closed');
  const agreements = agreementsOn(state, day);
  if (agreements.length === 0) return refuse('partners.no-agreement');
  if (!state.services.includes(service)) return refuse('partners.not-offered', {}, ['/service']);
  const allowed = new Set(agreements.flatMap((agreement) => agreement.shares));
  return shares.every((field) => allowed.has(field)) ? undefined : refuse('partners.not-agreed-to-share', {}, ['/shares']);
}

const withAgreement = (state: OrganisationState, id: string, more: Partial<Agreement>): OrganisationState => ({
  ...state,
  agreements: state.agreements.map((one) => (one.id === id ? { ...one, ...more } : one)),
});

function unfit({ leastAge, mostAge }: Profile): Refusal | undefined {
  return leastAge !== null && mostAge !== null && leastAge > mostAge ? refuse('partners.ages-crossed', {}, ['/mostAge']) : undefined;
}

/** Each word once, in the order of the list that was given. */
const tidy = (profile: Profile): Profile => ({
  ...profile,
  otherNames: [...new Set(profile.otherNames)],
  services: [...new Set(profile.services)],
  wards: [...new Set(profile.wards)],
  languages: [...new Set(profile.languages)],
});

const profileOf = (from: Profile): Profile =>
  Object.fromEntries(Object.keys({ ...about, ...reach }).map((name) => [name, from[name as keyof Profile]])) as Profile;

/** What is done to one that is there and active. */
const whenActive = (state: OrganisationState | undefined): Refusal | undefined =>
  !state ? refuse('ledger.not-found') : state.status === 'closed' ? refuse('partners.closed') : undefined;

export const organisationRecord = defineRecord<OrganisationState, OrganisationEvent>({
  kind: 'partners.organisation',
  events: organisationEvents,
  facts: ({ status, category, services: offered }) => ({ status, category, services: offered }),
  evolve(state, event) {
    switch (event.type) {
      case 'organisation-added':
        return {
          ...profileOf(event),
          status: 'active',
          since: event.on,
          contacts: [],
          agreements: [],
          places: null,
          taken: 0,
          countedOn: null,
          closedOn: null,
          closeReason: null,
        };
      case 'organisation-described':
        return { ...state!, ...profileOf(event) };
      case 'contacts-listed':
        return { ...state!, contacts: event.contacts };
      case 'agreement-made': {
        const { agreement: id, title, from, until, shares } = event;
        return { ...state!, agreements: [...state!.agreements, { id, title, from, until, shares, endedOn: null }] };
      }
      case 'agreement-ended':
        return withAgreement(state!, event.agreement, { endedOn: event.on });
      case 'places-counted':
        return { ...state!, places: event.places, taken: event.taken, countedOn: event.on };
      case 'organisation-closed':
        return { ...state!, status: 'closed', closedOn: event.on, closeReason: event.reason };
      case 'organisation-reopened':
        return { ...state!, status: 'active', closedOn: null, closeReason: null };
    }
  },
  commands: {
    add: {
      summary: 'Take an organisation into the directory',
      input: Profile,
      decide(state, input, { today }) {
        if (state) return refuse('partners.exists');
        const profile = tidy(input as Profile);
        return unfit(profile) ?? [{ type: 'organisation-added', ...profile, on: today }];
      },
    },
    describe: {
      summary: 'Say anew what an organisation is called, does and is open',
      input: Profile,
      decide(state, input) {
        const profile = tidy(input as Profile);
        const refused = whenActive(state) ?? unfit(profile);
        if (refused) return refused;
        const same = JSON.stringify(profileOf(profile)) === JSON.stringify(profileOf(state!));
        return same ? [] : [{ type: 'organisation-described', ...profile }];
      },
    },
    'list-contacts': {
      summary: 'Say whom to ask there, and how to reach them',
      input: fields({ contacts: Contacts }),
      decide(state, input) {
        const { contacts } = input as { contacts: OrganisationState['contacts'] };
        const same = JSON.stringify(contacts) === JSON.stringify(state?.contacts);
        return whenActive(state) ?? (same ? [] : [{ type: 'contacts-listed', contacts }]);
      },
    },
    'make-agreement': {
      summary: 'Write down an agreement: what it is called, from when until when it holds, what may be told of a child',
      input: fields({ agreement: Id, title: Line, from: IsoDate, until: Type.Optional(IsoDate), shares: Shares }),
      decide(state, input) {
        const { until = null, ...given } = input as { agreement: string; title: string; from: string; until?: string; shares: string[] };
        const refused = whenActive(state);
        if (refused) return refused;
        if (until !== null && until < given.from) return refuse('partners.dates-crossed', {}, ['/until']);
        if (state!.agreements.some(({ id }) => id === given.agreement)) return [];
        return [{ type: 'agreement-made', ...given, until, shares: [...new Set(given.shares)] }];
      },
    },
    'end-agreement': {
      summary: 'End an agreement from today on, and say why',
      input: fields({ agreement: Id, because: Prose }),
      decide(state, input, { today }) {
        const { agreement, because } = input as { agreement: string; because: string };
        const known = state?.agreements.find(({ id }) => id === agreement);
        if (!state) return refuse('ledger.not-found');
        if (!known) return refuse('partners.no-such-agreement', {}, ['/agreement']);
        return known.endedOn ? [] : [{ type: 'agreement-ended', agreement, on: today, because }];
      },
    },
    'count-places': {
      summary: 'Say how many places there are and how many are taken',
      input: fields({ places: Type.Optional(Count), taken: Count }),
      decide(state, input, { today }) {
        const { places = null, taken } = input as { places?: number; taken: number };
        return whenActive(state) ?? [{ type: 'places-counted', places, taken, on: today }];
      },
    },
    close: {
      summary: 'Work with an organisation no more; its users are signed out',
      input: fields({ reason: oneOf(...closeReasons), because: Prose }),
      decide(state, input, { today }) {
        const { reason, because } = input as { reason: string; because: string };
        if (!state) return refuse('ledger.not-found');
        return state.status === 'closed' ? [] : [{ type: 'organisation-closed', on: today, reason, because }];
      },
    },
    reopen: {
      summary: 'Work with a closed organisation again, and say why',
      input: fields({ because: Prose }),
      decide(state, input, { today }) {
        if (!state) return refuse('ledger.not-found');
        if (state.status === 'active') return [];
        return [{ type: 'organisation-reopened', on: today, because: (input as { because: string }).because }];
      },
    },
  },
});
