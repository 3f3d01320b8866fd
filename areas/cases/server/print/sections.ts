import type { Params } from '../../../../platform/decider/index.ts';
import type { Block } from '../../../../platform/documents/document.ts';
import type { StoredEvent } from '../../../../platform/ledger/view.ts';
import type { CaseState, ConcernState } from '../../domain/index.ts';

/** What a document may show of a case, in the order in which it is printed. */
export const sectionNames = ['child', 'concern', 'needs', 'goals', 'actions', 'visits', 'notes', 'papers'] as const;
export type SectionName = (typeof sectionNames)[number];

/** What sections are made of. */
export interface Printed {
  readonly state: CaseState;
  readonly history: readonly StoredEvent[];
  readonly concerns: readonly ConcernState[];
  readonly say: (key: string, params?: Params) => string;
  /** A colleague's name by id. */
  readonly nameOf: (id: string) => string;
}

const none = ({ say }: Printed): Block => ({ kind: 'small', text: say('print.nothing') });
const table = (printed: Printed, head: readonly string[], rows: readonly (readonly string[])[]): Block =>
  rows.length > 0 ? { kind: 'table', head: head.map((key) => printed.say(key)), rows } : none(printed);

const bodies: Readonly<Record<SectionName, (printed: Printed) => readonly Block[]>> = {
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
  visits: (printed) => [
    table(
      printed,
      ['visit.outcome', 'visit.on'],
      printed.state.followUp.visits
        .filter(({ on }) => on !== null)
        .map(({ outcome, on }) => [outcome ? printed.say(`visit-outcome.${outcome}`) : '', on!]),
    ),
  ],
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
export const sectionsOf = (printed: Printed, asked: readonly SectionName[]): Block[] =>
  sectionNames
    .filter((name) => asked.includes(name))
    .flatMap((name) => [{ kind: 'heading', text: printed.say(`print.section.${name}`) } as const, ...bodies[name](printed)]);
