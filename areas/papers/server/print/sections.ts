import { isoOf, type Params } from '../../../../platform/decider/index.ts';
import type { Block } from '../../../../platform/documents/document.ts';
import type { StoredEvent } from '../../../../platform/ledger/view.ts';
import {
  bornOf,
  type CaseState,
  type ConcernState,
  type PrintSection,
  printSections,
  type SafeNumber,
  stagesOf,
} from '../../../cases/domain/index.ts';

/** What sections are made of. */
export interface Printed {
  readonly state: CaseState;
  /** On which the child may be called. */
  readonly numbers: readonly SafeNumber[];
  readonly history: readonly StoredEvent[];
  readonly concerns: readonly ConcernState[];
  readonly say: (key: string, params?: Params) => string;
  /** A colleague's name by id. */
  readonly nameOf: (id: string) => string;
  /** A partner's name by id, or what kind of partners it is. */
  readonly partnerOf: (id: string) => string;
}

const none = ({ say }: Printed): Block => ({ kind: 'small', text: say('print.nothing') });
const range = (from: string, to: string | null) => `${from} – ${to ?? ''}`;
const lines = (...parts: readonly (string | null | false)[]) => parts.filter(Boolean).join('\n');
const table = (printed: Printed, head: readonly string[], rows: readonly (readonly string[])[]): Block =>
  rows.length > 0 ? { kind: 'table', head: head.map((key) => printed.say(key)), rows } : none(printed);

const bodies: Readonly<Record<PrintSection, (printed: Printed) => readonly Block[]>> = {
  child: ({ state, say, nameOf }) => {
    const { safeguards } = state;
    const days = bornOf(state);
    const born = days ? isoOf(days) : say('cases:open.not-known');
    return [
      {
        kind: 'facts',
        rows: [
          [say('cases:open.name'), state.name || say('cases:case.no-name')],
          [say('print.born'), safeguards.age?.disputed ? `${born} (${say('print.age-disputed')})` : born],
          [say('cases:case.ward'), state.ward ?? say('cases:open.not-known')],
          [say('cases:case.risk'), say(`cases:risk.${state.riskLevel}`)],
          [say('cases:case.opened'), state.openedOn],
          [say('cases:case.worker'), state.worker ? nameOf(state.worker) : say('cases:case.nobody')],
          ...(safeguards.languages.length > 0 ? [[say('print.speaks'), safeguards.languages.join(', ')] as const] : []),
        ],
      },
      // Who reads this will call or visit: a call to the wrong number can bring a child into danger.
      ...(safeguards.contact?.notAtHome ? [{ kind: 'notice', text: say('print.not-at-home') } as const] : []),
    ];
  },
  concern: ({ history, concerns }) => [
    ...history.flatMap(({ type, fields }): Block[] => (type === 'case-opened' ? [{ kind: 'text', text: String(fields['concern']) }] : [])),
    ...concerns.map(({ raisedOn, what }): Block => ({ kind: 'text', text: `${raisedOn}\n${what}` })),
  ],
  // Numbers of the people around the child stay in the office; what is printed is whom one may call.
  protection: (printed) => {
    const { say, state, numbers } = printed;
    const { safeguards, consents } = state;
    const whoIs = (id: string) =>
      id === 'child' ? say('cases:consent.child') : (safeguards.carers.find((one) => one.id === id)?.name ?? '–');
    const { guardian } = safeguards;
    return [
      {
        kind: 'facts',
        rows: [
          [
            say('cases:protection.situation'),
            safeguards.situation ? say(`cases:situation.${safeguards.situation}`) : say('cases:open.not-known'),
          ],
          [
            say('cases:protection.guardian'),
            guardian
              ? lines(whoIs(guardian.carer), `${say(`cases:guardian-basis.${guardian.basis}`)}, ${guardian.since}`)
              : say('cases:protection.no-guardian'),
          ],
          ...numbers.map((one) => [say('cases:protection.calls'), lines(one.number, one.whose, one.times)] as const),
        ],
      },
      table(
        printed,
        ['cases:protection.carers', 'cases:protection.relation', 'print.state'],
        safeguards.carers.map((one) => [
          one.name,
          say(`cases:relation.${one.relation}`),
          one.suspect ? say('cases:protection.suspect') : '',
        ]),
      ),
      table(
        printed,
        ['cases:consent.purpose', 'cases:consent.who', 'cases:consent.answer', 'cases:consent.on'],
        consents.ledger.map((one) => [
          lines(say(`cases:consent-for.${one.purpose}`), one.partner && printed.partnerOf(one.partner)),
          whoIs(one.who),
          lines(say(`cases:consent-answer.${one.answer}`), one.withdrawn && say('cases:consent.withdrawn-on', { date: one.withdrawn.on })),
          range(one.on, one.until),
        ]),
      ),
    ];
  },
  identification: (printed) => {
    const { say } = printed;
    const { decisions } = printed.state.identification;
    if (decisions.length === 0) return [{ kind: 'small', text: say('cases:identification.none') }];
    return decisions.flatMap((one): Block[] => [
      {
        kind: 'facts',
        rows: [
          [say('cases:identification.status'), say(`cases:trafficking-status.${one.status}`)],
          [say('cases:identification.body-name'), lines(one.bodyName, say(`cases:body.${one.body}`))],
          [say('cases:identification.on'), one.on],
          ...(one.exploitation.length > 0
            ? [
                [
                  say('cases:identification.exploitation'),
                  one.exploitation.map((kind) => say(`cases:exploitation.${kind}`)).join(', '),
                ] as const,
              ]
            : []),
          ...one.reviews.map(
            ({ how, askedOn, settled }) =>
              [
                say(`cases:review.${how}`),
                lines(askedOn, settled && `${say(`cases:review-outcome.${settled.outcome}`)}, ${settled.on}`),
              ] as const,
          ),
        ],
      },
      { kind: 'text', text: `${say('cases:identification.reasons')}\n${one.reasons}` },
    ]);
  },
  needs: (printed) => {
    const { needs } = printed.state.plan;
    if (!needs) return [none(printed)];
    const { say } = printed;
    return [
      { kind: 'small', text: say('cases:plan.assessed-on', { date: needs.on }) },
      { kind: 'facts', rows: needs.needs.map(({ domain, level }) => [say(`cases:domain.${domain}`), say(`cases:need.${level}`)] as const) },
      ...(needs.strengths ? [{ kind: 'text', text: `${say('cases:plan.strengths')}\n${needs.strengths}` } as const] : []),
    ];
  },
  goals: (printed) => [
    table(
      printed,
      ['cases:plan.goals', 'print.domain', 'cases:case.due', 'print.state'],
      printed.state.plan.goals.map(({ what, domain, due, state }) => [
        what,
        printed.say(`cases:domain.${domain}`),
        due,
        state === 'open' ? '' : printed.say(`cases:goal-state.${state}`),
      ]),
    ),
  ],
  actions: (printed) => [
    table(
      printed,
      ['cases:case.what', 'cases:case.who', 'cases:case.due', 'print.state'],
      printed.state.actions.map(({ what, who, due, settled }) => [
        what,
        printed.nameOf(who),
        due,
        settled ? printed.say(`cases:how.${settled}`) : '',
      ]),
    ),
  ],
  services: (printed) => [
    table(
      printed,
      ['referrals:services.partner', 'referrals:services.service', 'print.state', 'referrals:services.outcome'],
      printed.state.referrals.map((one) => [
        printed.partnerOf(one.organisation),
        printed.say(`partners:service.${one.service}`),
        `${printed.say(`referrals:referral-status.${one.status}`)}, ${one.endedOn ?? one.answeredOn ?? one.on}`,
        lines(...one.delivered.map(({ on, what }) => `${on}: ${what}`), one.outcome && printed.say(`referrals:outcome.${one.outcome}`)),
      ]),
    ),
  ],
  care: (printed) => {
    const { say } = printed;
    const { stays, tracings } = printed.state.placements;
    return [
      table(
        printed,
        ['cases:care.where', 'cases:care.kind', 'cases:consent.on', 'cases:care.responsible'],
        stays.map((one) => [one.name, say(`cases:stay.${one.kind}`), range(one.from, one.to), one.responsible]),
      ),
      ...(tracings.length > 0
        ? [
            table(
              printed,
              ['cases:care.whom', 'cases:care.through', 'cases:care.step', 'cases:care.on'],
              tracings.map((one) => [one.whom, one.through, say(`cases:tracing-step.${one.step}`), one.on]),
            ),
          ]
        : []),
    ];
  },
  visits: (printed) => [
    table(
      printed,
      ['cases:visit.outcome', 'cases:visit.on'],
      printed.state.followUp.visits
        .filter(({ on }) => on !== null)
        .map(({ outcome, on }) => [outcome ? printed.say(`cases:visit-outcome.${outcome}`) : '', on!]),
    ),
  ],
  justice: (printed) => {
    const { say, state } = printed;
    const { steps, courtDates, wish, lawyer } = state.justice;
    return [
      {
        kind: 'facts',
        rows: [
          [
            say('cases:justice.how-far'),
            stagesOf(state)
              .map((stage) => say(`cases:stage.${stage}`))
              .join(', ') || say('cases:justice.nowhere'),
          ],
          [
            say('cases:justice.wish'),
            wish
              ? lines(
                  `${say('cases:justice.child-says')}: ${say(`cases:wish.${wish.child}`)}`,
                  `${say('cases:justice.carer-says')}: ${say(`cases:wish.${wish.carer}`)}`,
                )
              : say('cases:justice.no-wish'),
          ],
          [say('cases:justice.lawyer'), lawyer ? lines(lawyer.name, lawyer.contact) : say('cases:justice.no-lawyer')],
        ],
      },
      table(
        printed,
        ['cases:justice.kind', 'cases:justice.on', 'cases:justice.authority', 'cases:justice.reference'],
        steps
          .filter(({ struck }) => struck === null)
          .map((one) => [
            lines(say(`cases:step.${one.kind}`), one.outcome && say(`cases:step-outcome.${one.outcome}`)),
            one.on,
            one.authority,
            one.reference ?? '',
          ]),
      ),
      table(
        printed,
        ['cases:justice.purpose', 'cases:justice.court-on', 'cases:justice.place', 'cases:justice.what-came'],
        courtDates
          .filter((one) => one.state !== 'cancelled')
          .map((one) => [one.purpose, one.on, one.place ?? '', lines(one.heard && say(`cases:heard.${one.heard}`), one.note)]),
      ),
    ];
  },
  notes: (printed) => {
    const notes = printed.history.filter(({ type }) => type === 'noted');
    if (notes.length === 0) return [none(printed)];
    return notes.flatMap(({ at, actor, fields }): Block[] => [
      { kind: 'small', text: `${at.slice(0, 10)} · ${printed.nameOf(actor)}` },
      { kind: 'text', text: String(fields['text']) },
    ]);
  },
  papers: (printed) => [
    table(
      printed,
      ['paper.name', 'paper.kind', 'paper.about', 'print.day'],
      printed.state.papers
        .filter(({ removed }) => !removed)
        .map(({ title, kind, about, on }) => [
          title ?? printed.say(`paper.of-kind.${kind}`),
          printed.say(`paper.of-kind.${kind}`),
          printed.say(`paper.of-about.${about}`),
          on,
        ]),
    ),
  ],
};

/** The sections asked for, each under its heading, in the order of the file. */
export const sectionsOf = (printed: Printed, asked: readonly PrintSection[]): Block[] =>
  printSections
    .filter((name) => asked.includes(name))
    .flatMap((name) => [{ kind: 'heading', text: printed.say(`print.section.${name}`) } as const, ...bodies[name](printed)]);
