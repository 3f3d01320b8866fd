import { type Params, sentenceOf, type TimelineEntry } from '../../../../platform/decider/index.ts';
import type { Block } from '../../../../platform/documents/document.ts';
import type { DocumentSpeech } from '../../../../platform/documents/speech.ts';
import { bornOf, type CaseState, type ConcernState, type SafeNumber, stagesOf } from '../../../cases/domain/index.ts';
import { type PrintSection, printSections } from '../../domain/sections.ts';

/** What sections are made of. */
export interface Printed extends DocumentSpeech {
  readonly state: CaseState;
  /** On which the child may be called. */
  readonly numbers: readonly SafeNumber[];
  /** What happened in the case, as its history shows it, the oldest first. */
  readonly history: readonly TimelineEntry[];
  readonly concerns: readonly ConcernState[];
  /** Words of papers, and with `cases:` before the key those of cases. */
  readonly say: (key: string, params?: Params) => string;
  /** A partner's name by id, or what kind of partners it is. */
  readonly partnerOf: (id: string) => string;
}

type Missing = string | null | undefined | false;
type Fact = readonly [label: string, value: string];
/** How a column is filled: by a field (a day as it is said in the city), by the word of a field under those of a catalogue, or by what is made of the row. */
type Cell<Row> = (keyof Row & string) | readonly [field: keyof Row & string, words: string] | ((row: Row) => Missing);

const none = ({ say }: Printed): Block => ({ kind: 'small', text: say('print.nothing') });
const range = ({ date }: Printed, from: string, to: string | null) => `${date(from)} – ${to ? date(to) : ''}`;
const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
const lines = (...parts: readonly Missing[]) => parts.filter(Boolean).join('\n');
const text = (...parts: readonly Missing[]): Block => ({ kind: 'text', text: lines(...parts) });

/** Rows under the heads of their columns, which are keys. */
function table<Row>(printed: Printed, rows: readonly Row[], columns: Readonly<Record<string, Cell<Row>>>): Block {
  const { say, date } = printed;
  if (rows.length === 0) return none(printed);
  const cellOf = (row: Row, cell: Cell<Row>) => {
    if (typeof cell === 'function') return cell(row) || '';
    if (typeof cell === 'string') return isDay(row[cell]) ? date(row[cell]) : String(row[cell] ?? '');
    const [field, words] = cell;
    return row[field] ? say(`${words}.${row[field]}`) : '';
  };
  return {
    kind: 'table',
    head: Object.keys(columns).map((key) => say(key)),
    rows: rows.map((row) => Object.values(columns).map((cell) => cellOf(row, cell))),
  };
}

/** What happened, in the sentences of the case's history; of one kind of event, what was written alone. */
function happened(printed: Printed, event?: string): readonly Block[] {
  const { history, moment, date, nameOf } = printed;
  const entries = history.filter((one) => event === undefined || one.event === event);
  if (entries.length === 0) return [none(printed)];
  return entries.flatMap((entry) => [
    { kind: 'small', text: [moment(entry.at), nameOf(entry.by), entry.on && date(entry.on)].filter(Boolean).join(' · ') } as const,
    text(event === undefined && sentenceOf(entry, printed), ...entry.prose),
  ]);
}

const bodies: Readonly<Record<PrintSection, (printed: Printed) => readonly Block[]>> = {
  child: ({ state, say, nameOf, date, days }) => {
    const { safeguards } = state;
    const known = bornOf(state);
    const born = known ? days(known) : say('cases:open.not-known');
    const speaks: readonly Fact[] = safeguards.languages.length > 0 ? [[say('print.speaks'), safeguards.languages.join(', ')]] : [];
    return [
      {
        kind: 'facts',
        rows: [
          [say('cases:open.name'), state.name || say('cases:case.no-name')],
          [say('print.born'), safeguards.age?.disputed ? `${born} (${say('print.age-disputed')})` : born],
          [say('cases:case.ward'), state.ward ?? say('cases:open.not-known')],
          [say('cases:case.risk'), say(`cases:risk.${state.riskLevel}`)],
          [say('cases:case.opened'), date(state.openedOn)],
          [say('cases:case.worker'), state.worker ? nameOf(state.worker) : say('cases:case.nobody')],
          ...speaks,
        ],
      },
      // Who reads this will call or visit: a call to the wrong number can bring a child into danger.
      ...(safeguards.contact?.notAtHome ? [{ kind: 'notice', text: say('print.not-at-home') } as const] : []),
    ];
  },
  concern: ({ history, concerns, date }) => [
    ...history.flatMap(({ event, prose }) => (event === 'case-opened' ? [text(...prose)] : [])),
    ...concerns.map(({ raisedOn, what }) => text(date(raisedOn), what)),
  ],
  // Numbers of the people around the child stay in the office; what is printed is whom one may call.
  protection: (printed) => {
    const { say, date, state, numbers, partnerOf } = printed;
    const { carers, guardian, situation } = state.safeguards;
    const whoIs = (id: string) => (id === 'child' ? say('cases:consent.child') : (carers.find((one) => one.id === id)?.name ?? '–'));
    return [
      {
        kind: 'facts',
        rows: [
          [say('cases:protection.situation'), say(situation ? `cases:situation.${situation}` : 'cases:open.not-known')],
          [
            say('cases:protection.guardian'),
            guardian
              ? lines(whoIs(guardian.carer), `${say(`cases:guardian-basis.${guardian.basis}`)}, ${date(guardian.since)}`)
              : say('cases:protection.no-guardian'),
          ],
          ...numbers.map((one): Fact => [say('cases:protection.calls'), lines(one.number, one.whose, one.times)]),
        ],
      },
      table(printed, carers, {
        'cases:protection.carers': 'name',
        'cases:protection.relation': ['relation', 'cases:relation'],
        'print.state': ({ suspect }) => suspect && say('cases:protection.suspect'),
      }),
      table(printed, state.consents.ledger, {
        'cases:consent.purpose': ({ purpose, partner }) => lines(say(`cases:consent-for.${purpose}`), partner && partnerOf(partner)),
        'cases:consent.who': ({ who }) => whoIs(who),
        'cases:consent.answer': ({ answer, withdrawn }) =>
          lines(say(`cases:consent-answer.${answer}`), withdrawn && say('cases:consent.withdrawn-on', { date: date(withdrawn.on) })),
        'cases:consent.on': ({ on, until }) => range(printed, on, until),
      }),
    ];
  },
  identification: ({ say, list, date, state: { identification } }) => {
    if (identification.decisions.length === 0) return [{ kind: 'small', text: say('cases:identification.none') }];
    return identification.decisions.flatMap((one): Block[] => {
      const exploitation = list(one.exploitation.map((kind) => say(`cases:exploitation.${kind}`)));
      return [
        {
          kind: 'facts',
          rows: [
            [say('cases:identification.status'), say(`cases:trafficking-status.${one.status}`)],
            [say('cases:identification.body-name'), lines(one.bodyName, say(`cases:body.${one.body}`))],
            [say('cases:identification.on'), date(one.on)],
            ...(exploitation ? [[say('cases:identification.exploitation'), exploitation] as const] : []),
            ...one.reviews.map(({ how, askedOn, settled }): Fact => {
              const end = settled && `${say(`cases:review-outcome.${settled.outcome}`)}, ${date(settled.on)}`;
              return [say(`cases:review.${how}`), lines(askedOn && date(askedOn), end)];
            }),
          ],
        },
        text(say('cases:identification.reasons'), one.reasons),
      ];
    });
  },
  needs: (printed) => {
    const { say, date, state } = printed;
    const { needs } = state.plan;
    if (!needs) return [none(printed)];
    return [
      { kind: 'small', text: say('cases:plan.assessed-on', { date: date(needs.on) }) },
      { kind: 'facts', rows: needs.needs.map(({ domain, level }) => [say(`cases:domain.${domain}`), say(`cases:need.${level}`)]) },
      ...(needs.strengths ? [text(say('cases:plan.strengths'), needs.strengths)] : []),
    ];
  },
  goals: (printed) => [
    table(printed, printed.state.plan.goals, {
      'cases:plan.goals': 'what',
      'print.domain': ['domain', 'cases:domain'],
      'cases:case.due': 'due',
      'print.state': ({ state }) => state !== 'open' && printed.say(`cases:goal-state.${state}`),
    }),
  ],
  actions: (printed) => [
    table(printed, printed.state.actions, {
      'cases:case.what': 'what',
      'cases:case.who': ({ who }) => printed.nameOf(who),
      'cases:case.due': 'due',
      'print.state': ['settled', 'cases:how'],
    }),
  ],
  services: (printed) => [
    table(printed, printed.state.referrals, {
      'referrals:services.partner': ({ organisation }) => printed.partnerOf(organisation),
      'referrals:services.service': ['service', 'partners:service'],
      'print.state': (one) =>
        `${printed.say(`referrals:referral-status.${one.status}`)}, ${printed.date(one.endedOn ?? one.answeredOn ?? one.on)}`,
      'referrals:services.outcome': ({ delivered, outcome }) =>
        lines(...delivered.map(({ on, what }) => `${printed.date(on)}: ${what}`), outcome && printed.say(`referrals:outcome.${outcome}`)),
    }),
  ],
  care: (printed) => {
    const { stays, tracings } = printed.state.placements;
    const places = table(printed, stays, {
      'cases:care.where': 'name',
      'cases:care.kind': ['kind', 'cases:stay'],
      'cases:consent.on': ({ from, to }) => range(printed, from, to),
      'cases:care.responsible': 'responsible',
    });
    if (tracings.length === 0) return [places];
    const search = table(printed, tracings, {
      'cases:care.whom': 'whom',
      'cases:care.through': 'through',
      'cases:care.step': ['step', 'cases:tracing-step'],
      'cases:care.on': 'on',
    });
    return [places, search];
  },
  visits: (printed) => [
    table(
      printed,
      printed.state.followUp.visits.filter(({ on }) => on !== null),
      { 'cases:visit.outcome': ['outcome', 'cases:visit-outcome'], 'cases:visit.on': 'on' },
    ),
  ],
  justice: (printed) => {
    const { say, list, state } = printed;
    const { steps, courtDates, wish, lawyer } = state.justice;
    const stages = list(stagesOf(state).map((stage) => say(`cases:stage.${stage}`)));
    const wishOf = (who: 'child' | 'carer') => wish && `${say(`cases:justice.${who}-says`)}: ${say(`cases:wish.${wish[who]}`)}`;
    return [
      {
        kind: 'facts',
        rows: [
          [say('cases:justice.how-far'), stages || say('cases:justice.nowhere')],
          [say('cases:justice.wish'), lines(wishOf('child'), wishOf('carer')) || say('cases:justice.no-wish')],
          [say('cases:justice.lawyer'), lawyer ? lines(lawyer.name, lawyer.contact) : say('cases:justice.no-lawyer')],
        ],
      },
      table(
        printed,
        steps.filter(({ struck }) => struck === null),
        {
          'cases:justice.kind': ({ kind, outcome }) => lines(say(`cases:step.${kind}`), outcome && say(`cases:step-outcome.${outcome}`)),
          'cases:justice.on': 'on',
          'cases:justice.authority': 'authority',
          'cases:justice.reference': 'reference',
        },
      ),
      table(
        printed,
        courtDates.filter((one) => one.state !== 'cancelled'),
        {
          'cases:justice.purpose': 'purpose',
          'cases:justice.court-on': 'on',
          'cases:justice.place': 'place',
          'cases:justice.what-came': ({ heard, note }) => lines(heard && say(`cases:heard.${heard}`), note),
        },
      ),
    ];
  },
  notes: (printed) => happened(printed, 'noted'),
  papers: (printed) => [
    table(
      printed,
      printed.state.papers.filter(({ removed }) => !removed),
      {
        'paper.name': ({ title, kind }) => title ?? printed.say(`paper.of-kind.${kind}`),
        'paper.kind': ['kind', 'paper.of-kind'],
        'paper.about': ['about', 'paper.of-about'],
        'print.day': 'on',
      },
    ),
  ],
  history: (printed) => happened(printed),
};

/** The sections asked for, each under its heading, in the order of the file. */
export const sectionsOf = (printed: Printed, asked: readonly PrintSection[]): Block[] =>
  printSections
    .filter((name) => asked.includes(name))
    .flatMap((name) => [{ kind: 'heading', text: printed.say(`print.section.${name}`) } as const, ...bodies[name](printed)]);
