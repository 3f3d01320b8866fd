import { type Static, Type } from 'typebox';
import {
  changed,
  coded,
  command,
  defineRecord,
  Email,
  type EventOf,
  field,
  fields,
  Id,
  IsoDate,
  identity,
  Line,
  Maybe,
  oneOf,
  Phone,
  Prose,
  type Refusal,
  refuse,
  shown,
  WardCode,
} from '../../../platform/decider/index.ts';
import { defineList, has, is, own, searched } from '../../../platform/lists/list.ts';
import { Hours } from './hours.ts';
import { categories, closeReasons, languages, Service, SharedField, services, sexes, sharedFields } from './taxonomy.ts';

const Age = Type.Integer({ minimum: 0, maximum: 25 });
const Count = Type.Integer({ minimum: 0, maximum: 100_000 });

/** What an organisation is and does. Its name is public; where it is and how it is reached is not: a shelter is kept secret. */
const aboutOrganisation = {
  name: coded(Line),
  otherNames: coded(Type.Array(Line, { maxItems: 10 })),
  category: coded(oneOf(...categories)),
  services: coded(Type.Array(Service, { maxItems: services.length })),
  /** None: all of the city. */
  wards: coded(Type.Array(WardCode, { maxItems: 2000 })),
  leastAge: coded(Maybe(Age)),
  mostAge: coded(Maybe(Age)),
  sex: coded(oneOf(...sexes)),
  languages: coded(Type.Array(oneOf(...languages), { maxItems: languages.length })),
  hours: coded(Hours),
  emergencyHours: coded(Hours),
  address: identity(Type.String({ maxLength: 400 })),
  phone: identity(Phone),
  email: identity(Email),
};
const Profile = fields(aboutOrganisation);
type Profile = Static<typeof Profile>;

const Contacts = Type.Array(
  fields({ name: Line, role: Type.String({ maxLength: 200 }), phone: Phone, email: Email, emergency: Type.Boolean() }),
  { maxItems: 30 },
);

/** What an organisation and the city agreed: from when until when, and what may be told of a child. */
const terms = {
  title: coded(Line, shown.text),
  from: coded(IsoDate, shown.day),
  /** The last day on which it holds; null: until it is ended. */
  until: coded(Maybe(IsoDate), shown.day),
  shares: coded(Type.Array(SharedField, { maxItems: sharedFields.length })),
};

const organisationEvents = {
  'organisation-added': fields({ ...aboutOrganisation, on: field.date }),
  'organisation-described': Profile,
  'contacts-listed': fields({ contacts: identity(Contacts) }),
  'agreement-made': fields({ agreement: field.id, ...terms }),
  'agreement-ended': fields({ agreement: field.id, on: field.date, because: field.prose }),
  'places-counted': fields({ places: coded(Maybe(Count), shown.number), taken: coded(Count, shown.number), on: field.date }),
  'organisation-closed': fields({ on: field.date, reason: field.word('close-reason', closeReasons), because: field.prose }),
  'organisation-reopened': fields({ on: field.date, because: field.prose }),
};
export type OrganisationEvent = EventOf<typeof organisationEvents>;

const Agreement = fields({ id: Id, ...terms, endedOn: Maybe(IsoDate) });
export type Agreement = Static<typeof Agreement>;

/** An organisation that the city works with. */
export const Organisation = fields({
  ...aboutOrganisation,
  status: oneOf('active', 'closed'),
  since: IsoDate,
  contacts: Contacts,
  agreements: Type.Array(Agreement),
  /** Null where it does not count places. */
  places: Maybe(Count),
  taken: Count,
  countedOn: Maybe(IsoDate),
  closedOn: Maybe(IsoDate),
  closeReason: Maybe(oneOf(...closeReasons)),
});
export type OrganisationState = Static<typeof Organisation>;

/** The agreements that hold on a day; one that was ended held until the day before. */
export const agreementsOn = ({ agreements }: Pick<OrganisationState, 'agreements'>, day: string): readonly Agreement[] =>
  agreements.filter(({ from, until, endedOn }) => from <= day && day <= (until ?? day) && (endedOn === null || day < endedOn));

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

function unfit({ leastAge, mostAge }: Profile): Refusal | undefined {
  return leastAge !== null && mostAge !== null && leastAge > mostAge ? refuse('partners.ages-crossed', {}, ['/mostAge']) : undefined;
}

/** Each word once, in the order of the list that was given. */
const tidy = (profile: Profile): Profile => {
  const { otherNames: others, services: offered, wards: within, languages: spoken } = profile;
  const once = <T>(words: readonly T[]) => [...new Set(words)];
  return { ...profile, otherNames: once(others), services: once(offered), wards: once(within), languages: once(spoken) };
};

export const organisationRecord = defineRecord<OrganisationState, OrganisationEvent>()({
  kind: 'partners.organisation',
  events: organisationEvents,
  facts: ({ status, category, services: offered }) => ({ status, category, services: offered }),
  refusals: { existing: 'partners.exists', closed: 'partners.closed' },
  grants: {
    keeper: { roles: ['supervisor', 'administrator'], mayAlso: ['case-worker', 'registrar'] },
    reader: {
      roles: ['case-worker', 'registrar'],
      mayAlso: [
        ...(['monitoring-officer', 'data-protection-officer', 'clinic', 'research', 'council', 'legal', 'campaign'] as const),
        ...(['triage', 'volunteer', 'trainer', 'exchange-officer'] as const),
      ],
    },
    member: { roles: ['partner'], fixed: true, where: ({ organisation }) => (organisation ? { id: organisation } : undefined) },
  },
  acts: { read: ['keeper', 'reader', 'member'], 'work-in': 'member' },
  evolve(state, event) {
    switch (event.type) {
      case 'organisation-added': {
        const { type: _, on: since, ...profile } = event;
        const closing = { closedOn: null, closeReason: null };
        return { ...profile, status: 'active', since, contacts: [], agreements: [], places: null, taken: 0, countedOn: null, ...closing };
      }
      case 'organisation-described': {
        const { type: _, ...profile } = event;
        return { ...state!, ...profile };
      }
      case 'contacts-listed':
        return { ...state!, contacts: event.contacts };
      case 'agreement-made': {
        const { agreement: id, title, from, until, shares } = event;
        return { ...state!, agreements: [...state!.agreements, { id, title, from, until, shares, endedOn: null }] };
      }
      case 'agreement-ended':
        return { ...state!, agreements: [...changed(state!.agreements, event.agreement, { endedOn: event.on })] };
      case 'places-counted':
        return { ...state!, places: event.places, taken: event.taken, countedOn: event.on };
      case 'organisation-closed':
        return { ...state!, status: 'closed', closedOn: event.on, closeReason: event.reason };
      case 'organisation-reopened':
        return { ...state!, status: 'active', closedOn: null, closeReason: null };
    }
  },
  commands: {
    add: command({
      summary: 'Take an organisation into the directory',
      in: 'new',
      by: 'keeper',
      input: Profile,
      decide(_, input, { today }) {
        const profile = tidy(input);
        return unfit(profile) ?? [{ type: 'organisation-added', ...profile, on: today }];
      },
    }),
    describe: command({
      summary: 'Say anew what an organisation is called, does and is open',
      in: ['active'],
      by: 'keeper',
      input: Profile,
      decide(state, input) {
        const profile = tidy(input);
        const same = JSON.stringify({ ...state, ...profile }) === JSON.stringify(state);
        return unfit(profile) ?? (same ? [] : [{ type: 'organisation-described', ...profile }]);
      },
    }),
    'list-contacts': command({
      summary: 'Say whom to ask there, and how to reach them',
      in: ['active'],
      by: 'keeper',
      input: fields({ contacts: Contacts }),
      decide: (state, { contacts }) =>
        JSON.stringify(contacts) === JSON.stringify(state.contacts) ? [] : [{ type: 'contacts-listed', contacts }],
    }),
    'make-agreement': command({
      summary: 'Write down an agreement: what it is called, from when until when it holds, what may be told of a child',
      in: ['active'],
      by: 'keeper',
      input: fields({ agreement: Id, ...terms, until: Type.Optional(IsoDate) }),
      decide(state, { until = null, ...given }) {
        if (until !== null && until < given.from) return refuse('partners.dates-crossed', {}, ['/until']);
        if (state.agreements.some(({ id }) => id === given.agreement)) return [];
        return [{ type: 'agreement-made', ...given, until, shares: [...new Set(given.shares)] }];
      },
    }),
    'end-agreement': command({
      summary: 'End an agreement from today on, and say why',
      in: 'existing',
      by: 'keeper',
      input: fields({ agreement: Id, because: Prose }),
      about: 'agreement',
      among: ({ agreements }) => agreements,
      decide: (_, { agreement, because }, { today }, { endedOn }) =>
        endedOn ? [] : [{ type: 'agreement-ended', agreement, on: today, because }],
    }),
    'count-places': command({
      summary: 'Say how many places there are and how many are taken',
      in: ['active'],
      by: 'keeper',
      input: fields({ places: Type.Optional(Count), taken: Count }),
      decide: (_, { places = null, taken }, { today }) => [{ type: 'places-counted', places, taken, on: today }],
    }),
    close: command({
      summary: 'Work with an organisation no more; its users are signed out',
      in: ['active'],
      already: ['closed'],
      by: 'keeper',
      input: fields({ reason: oneOf(...closeReasons), because: Prose }),
      decide: (_, { reason, because }, { today }) => [{ type: 'organisation-closed', on: today, reason, because }],
    }),
    reopen: command({
      summary: 'Work with a closed organisation again, and say why',
      in: ['closed'],
      already: ['active'],
      by: 'keeper',
      input: fields({ because: Prose }),
      decide: (_, { because }, { today }) => [{ type: 'organisation-reopened', on: today, because }],
    }),
  },
});

const { name, otherNames, category, services: offered, wards } = aboutOrganisation;
const status = coded(Organisation.properties.status);

/** The directory of organisations. */
export const organisationList = defineList({
  kind: organisationRecord.kind,
  path: '/api/partners/list',
  summary: 'The organisations of the directory by name: found by name in any script, by service, ward, and whether they can be reached now',
  columns: {
    ...{ name, otherNames, category, status, services: offered, wards },
    places: coded(Maybe(Type.Integer())),
    taken: coded(Type.Integer()),
    countedOn: coded(Maybe(IsoDate)),
    /** Whether an agreement holds today, whether it is open now, and whether it can be reached now. */
    agreed: coded(Type.Boolean()),
    open: coded(Type.Boolean()),
    reachable: coded(Type.Boolean()),
  },
  filters: {
    text: searched(identity(Type.String({ maxLength: 200 }))),
    service: has('services', coded(Service)),
    ward: own(coded(Type.String({ maxLength: 60 }))),
    category: is('category', category),
    open: own(coded(Type.Boolean())),
    status: is('status', status),
  },
  usual: { status: 'active' },
  file: {
    columns: {
      name: 'partners:organisation.name',
      otherNames: 'partners:form.other-names',
      category: ['partners:organisation.category', 'partners:category'],
      status: ['partners:list.status', 'partners:list'],
      services: ['partners:organisation.services', 'partners:service'],
      wards: 'partners:organisation.wards',
      places: 'partners:organisation.places',
      taken: 'partners:organisation.taken',
      countedOn: 'partners:organisation.counted',
      agreed: 'partners:agreement.in-force',
    },
    action: 'read',
  },
  orders: { name: { by: { name: Type.String({ maxLength: 200 }) } } },
});
