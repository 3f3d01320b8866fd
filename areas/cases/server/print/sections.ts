import type { Params } from '../../../../platform/decider/index.ts';
import type { Block } from '../../../../platform/documents/document.ts';
import type { StoredEvent } from '../../../../platform/ledger/view.ts';
import { type CaseState, type ConcernState, type PrintSection, printSections, type SafeNumber, stagesOf } from '../../domain/index.ts';

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
    const born = safeguards.age?.born ?? (state.birthYear === null ? say('open.not-known') : String(state.birthYear));
    return [
      {
        kind: 'facts',
        rows: [
          [say('open.name'), state.name || say('case.no-name')],
          [say('print.born'), safeguards.age?.disputed ? `${born} (${say('print.age-disputed')})` : born],
          [say('case.ward'), state.ward ?? say('open.not-known')],
          [say('case.risk'), say(`risk.${state.riskLevel}`)],
          [say('case.opened'), state.openedOn],
          [say('case.worker'), state.worker ? nameOf(state.worker) : say('case.nobody')],
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
    const whoIs = (id: string) => (id === 'child' ? say('consent.child') : (safeguards.carers.find((one) => one.id === id)?.name ?? '–'));
    const { guardian } = safeguards;
    return [
      {
        kind: 'facts',
        rows: [
          [say('protection.situation'), safeguards.situation ? say(`situation.${safeguards.situation}`) : say('open.not-known')],
          [
            say('protection.guardian'),
            guardian
              ? lines(whoIs(guardian.carer), `${say(`guardian-basis.${guardian.basis}`)}, ${guardian.since}`)
              : say('protection.no-guardian'),
          ],
          ...numbers.map((one) => [say('protection.calls'), lines(one.number, one.whose, one.times)] as const),
        ],
      },
      table(
        printed,
        ['protection.carers', 'protection.relation', 'print.state'],
        safeguards.carers.map((one) => [one.name, say(`relation.${one.relation}`), one.suspect ? say('protection.suspect') : '']),
      ),
      table(
        printed,
        ['consent.purpose', 'consent.who', 'consent.answer', 'consent.on'],
        consents.ledger.map((one) => [
          lines(say(`consent-for.${one.purpose}`), one.partner && printed.partnerOf(one.partner)),
          whoIs(one.who),
          lines(say(`consent-answer.${one.answer}`), one.withdrawn && say('consent.withdrawn-on', { date: one.withdrawn.on })),
          range(one.on, one.until),
        ]),
      ),
    ];
  },
  identification: (printed) => {
    const { say } = printed;
    const { decisions } = printed.state.identification;
    if (decisions.length === 0) return [{ kind: 'small', text: say('identification.none') }];
    return decisions.flatMap((one): Block[] => [
      {
        kind: 'facts',
        rows: [
          [say('identification.status'), say(`trafficking-status.${one.status}`)],
          [say('identification.body-name'), lines(one.bodyName, say(`body.${one.body}`))],
          [say('identification.on'), one.on],
          ...(one.exploitation.length > 0
            ? [[say('identification.exploitation'), one.exploitation.map((kind) => say(`exploitation.${kind}`)).join(', ')] as const]
            : []),
          ...one.reviews.map(
            ({ how, askedOn, settled }) =>
              [say(`review.${how}`), lines(askedOn, settled && `${say(`review-outcome.${settled.outcome}`)}, ${settled.on}`)] as const,
          ),
        ],
      },
      { kind: 'text', text: `${say('identification.reasons')}\n${one.reasons}` },
    ]);
  },
  needs: (printed) => {
    const { needs } = printed.state.plan;
    if (!needs) return [none(printed)];
    const { say } = printed;
    return [
      { kind: 'small', text: say('plan.assessed-on', { date: needs.on }) },
      { kind: 'facts', rows: needs.needs.map(({ domain, level }) => [say(`domain.${domain}`), say(`need.${level}`)] as const) },
      ...(needs.strengths ? [{ kind: 'text', text: `${say('plan.strengths')}\n${needs.strengths}` } as const] : []),
    ];
  },
  goals: (printed) => [
    table(
      printed,
      ['plan.goals', 'print.domain', 'case.due', 'print.state'],
      printed.state.plan.goals.map(({ what, domain, due, state }) => [
        what,
        printed.say(`domain.${domain}`),
        due,
        state === 'open' ? '' : printed.say(`goal-state.${state}`),
      ]),
    ),
  ],
  actions: (printed) => [
    table(
      printed,
      ['case.what', 'case.who', 'case.due', 'print.state'],
      printed.state.actions.map(({ what, who, due, settled }) => [
        what,
        printed.nameOf(who),
        due,
        settled ? printed.say(`how.${settled}`) : '',
      ]),
    ),
  ],
  services: (printed) => [
    table(
      printed,
      ['services.partner', 'services.service', 'print.state', 'services.outcome'],
      printed.state.referrals.map((one) => [
        printed.partnerOf(one.organisation),
        printed.say(`partners:service.${one.service}`),
        `${printed.say(`referral-status.${one.status}`)}, ${one.endedOn ?? one.answeredOn ?? one.on}`,
        lines(...one.delivered.map(({ on, what }) => `${on}: ${what}`), one.outcome && printed.say(`outcome.${one.outcome}`)),
      ]),
    ),
  ],
  care: (printed) => {
    const { say } = printed;
    const { stays, tracings } = printed.state.placements;
    return [
      table(
        printed,
        ['care.where', 'care.kind', 'consent.on', 'care.responsible'],
        stays.map((one) => [one.name, say(`stay.${one.kind}`), range(one.from, one.to), one.responsible]),
      ),
      ...(tracings.length > 0
        ? [
            table(
              printed,
              ['care.whom', 'care.through', 'care.step', 'care.on'],
              tracings.map((one) => [one.whom, one.through, say(`tracing-step.${one.step}`), one.on]),
            ),
          ]
        : []),
    ];
  },
  visits: (printed) => [
    table(
      printed,
      ['visit.outcome', 'visit.on'],
      printed.state.followUp.visits
        .filter(({ on }) => on !== null)
        .map(({ outcome, on }) => [outcome ? printed.say(`visit-outcome.${outcome}`) : '', on!]),
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
            say('justice.how-far'),
            stagesOf(state)
              .map((stage) => say(`stage.${stage}`))
              .join(', ') || say('justice.nowhere'),
          ],
          [
            say('justice.wish'),
            wish
              ? lines(
                  `${say('justice.child-says')}: ${say(`wish.${wish.child}`)}`,
                  `${say('justice.carer-says')}: ${say(`wish.${wish.carer}`)}`,
                )
              : say('justice.no-wish'),
          ],
          [say('justice.lawyer'), lawyer ? lines(lawyer.name, lawyer.contact) : say('justice.no-lawyer')],
        ],
      },
      table(
        printed,
        ['justice.kind', 'justice.on', 'justice.authority', 'justice.reference'],
        steps
          .filter(({ struck }) => struck === null)
          .map((one) => [
            lines(say(`step.${one.kind}`), one.outcome && say(`step-outcome.${one.outcome}`)),
            one.on,
            one.authority,
            one.reference ?? '',
          ]),
      ),
      table(
        printed,
        ['justice.purpose', 'justice.court-on', 'justice.place', 'justice.what-came'],
        courtDates
          .filter((one) => one.state !== 'cancelled')
          .map((one) => [one.purpose, one.on, one.place ?? '', lines(one.heard && say(`heard.${one.heard}`), one.note)]),
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
