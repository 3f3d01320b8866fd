import type { Block } from '../../../../platform/documents/document.ts';
import { historyBlocks } from '../../../../platform/documents/historyBlocks.ts';
import {
  bornOf,
  childOf,
  feedbackFor,
  groundOf,
  isProvenAdult,
  isShown,
  needsOf,
  reconsiderSince,
  tasksOf,
  traffickingOf,
  urgentDangers,
} from '../../../cases/domain/index.ts';
import { alarmsOf, stagesOf, timersOf } from '../../../justice/domain/index.ts';
import { type PrintSection, printSections } from '../../domain/sections.ts';
import { type Fact, lines, type Printed, range, table, text } from './printed.ts';

const bodies: Readonly<Record<PrintSection, (printed: Printed) => readonly (Block | undefined)[]>> = {
  child: ({ state, today, say, nameOf, date, days, ward, list, languageName }) => {
    const { safeguards } = state;
    const known = bornOf(state);
    const born = known ? days(known) : say('print.not-known');
    const held = safeguards.age?.disputed ? say('print.age-disputed') : isProvenAdult(state, today) && say('print.adult');
    const speaks: readonly Fact[] =
      safeguards.languages.length > 0 ? [[say('print.speaks'), list(safeguards.languages.map(languageName))]] : [];
    return [
      {
        kind: 'facts',
        rows: [
          [say('cases:open.name'), state.name || say('cases:case.no-name')],
          [say('print.born'), held ? `${born} (${held})` : born],
          [say('cases:case.ward'), state.ward ? ward(state.ward) : say('print.not-known')],
          [say('cases:case.risk'), say(`cases:risk.${state.riskLevel}`)],
          [say('cases:case.opened'), date(state.openedOn)],
          [say('cases:case.worker'), state.worker ? nameOf(state.worker) : say('cases:case.nobody')],
          ...speaks,
        ],
      },
      ...urgentDangers(state).map(({ kind, source, on, doubt }): Block => {
        const found = say('cases:dangers.found', { source: say(`cases:danger-source.${source}`), date: date(on) });
        const text = [`${say(`cases:danger.${kind}`)}.`, `${found}.`, doubt && say(`cases:danger-doubt.${doubt}`)];
        return { kind: 'notice', text: text.filter(Boolean).join(' ') };
      }),
      // Who reads this will call or visit: a call to the wrong number can bring a child into danger.
      ...(safeguards.contact?.notAtHome ? [{ kind: 'notice', text: say('print.not-at-home') } as const] : []),
    ];
  },
  concern: ({ history, concerns, date }) => {
    const raised = new Set(concerns.map(({ what }) => what.trim()));
    return [
      // A case that was opened from a concern begins with its words.
      ...history.flatMap(({ event, prose }) =>
        event === 'case-opened' ? prose.filter((one) => !raised.has(one.trim())).map((one) => text(one)) : [],
      ),
      ...concerns.map(({ raisedOn, what }): Block => ({ kind: 'entry', when: date(raisedOn), sentence: '', text: what })),
    ];
  },
  // Numbers of the people around the child stay in the office; what is printed is whom one may call.
  protection: (printed) => {
    const { say, date, state, numbers, partnerOf } = printed;
    const { carers, conflict, guardian, situation } = state.safeguards;
    const whoIs = (id: string) => (id === 'child' ? say('cases:consent.child') : (carers.find((one) => one.id === id)?.name ?? '–'));
    return [
      {
        kind: 'facts',
        rows: [
          [say('cases:protection.situation'), say(situation ? `cases:situation.${situation}` : 'print.not-known')],
          [
            say('cases:protection.guardian'),
            guardian
              ? lines(whoIs(guardian.carer), `${say(`cases:guardian-basis.${guardian.basis}`)} · ${date(guardian.since)}`)
              : say('cases:protection.no-guardian'),
          ],
          ...(conflict ? [[say('cases:protection.conflict'), date(conflict.on)] as const] : []),
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
      table(printed, state.bases, {
        'cases:basis.title': ({ id, kind }) => lines(say(`cases:basis.${kind}`), groundOf(state, id)?.by),
        'cases:consent.purpose': ({ purposes, partner }) =>
          lines(...purposes.map((one) => say(`cases:consent-for.${one}`)), partner && partnerOf(partner)),
        'print.state': ({ review, ended }) =>
          ended
            ? say('cases:basis.ended-on', { date: date(ended) })
            : say(review ? `cases:upheld.${review.upheld ? 'yes' : 'no'}` : 'cases:basis.not-reviewed'),
        'cases:consent.on': ({ on, until }) => range(printed, on, until),
      }),
    ];
  },
  screening: (printed) => {
    const { say, list, state } = printed;
    return [
      table(
        printed,
        state.answers.given.filter(({ now }) => now.outcome.result !== null).toSorted((a, b) => (a.on < b.on ? 1 : -1)),
        {
          'cases:care.on': 'on',
          'print.result': ({ now: { outcome } }) =>
            lines(say(`forms:result.${outcome.result}`), outcome.referAtOnce && say('forms:alarm.refer-at-once')),
          'cases:column.danger': ({ now: { outcome } }) => list(outcome.alarms.map((one) => say(`forms:alarm.${one}`))),
          'cases:interview.who': ({ interviewed }) => list(interviewed.map((one) => say(`cases:interview.${one}`))),
        },
      ),
    ];
  },
  identification: ({ say, list, date, state }) => {
    const found = traffickingOf(state);
    // A later screening may presume what a decision denied: both are said.
    const screened = found === 'presumed' || found === 'signs';
    const decided = state.identification.decisions.map((one): Block => {
      const exploitation = list(one.exploitation.map((kind) => say(`cases:exploitation.${kind}`)));
      return {
        kind: 'facts',
        rows: [
          [say('cases:identification.status'), say(`cases:trafficking-status.${one.status}`)],
          [say('cases:identification.body-name'), lines(one.bodyName, say(`cases:body.${one.body}`))],
          [say('cases:identification.on'), date(one.on)],
          ...(exploitation ? [[say('cases:identification.exploitation'), exploitation] as const] : []),
          ...one.reviews.map(({ how, askedOn, settled }): Fact => {
            const end = settled && `${say(`cases:review-outcome.${settled.outcome}`)} · ${date(settled.on)}`;
            return [say(`cases:review.${how}`), lines(askedOn && date(askedOn), end)];
          }),
          [say('cases:identification.reasons'), one.reasons],
        ],
      };
    });
    return [screened ? { kind: 'small', text: say(`cases:identification.${found}`) } : undefined, ...decided];
  },
  needs: ({ say, date, state }) => {
    const needs = needsOf(state);
    if (!needs) return [];
    const rows = needs.needs.map(({ domain, level }): Fact => [say(`cases:domain.${domain}`), say(`cases:need.${level}`)]);
    return [
      { kind: 'small', text: say('cases:plan.assessed-on', { date: date(needs.on) }) },
      { kind: 'facts', rows },
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
  tasks: (printed) => {
    const { state, today, by, asked, say, nameOf } = printed;
    // What has a section of its own is not printed twice.
    const elsewhere = [asked.includes('actions') && 'action', asked.includes('goals') && 'goal'];
    const waits = tasksOf(state).filter((task) => isShown(task, today) && !task.not?.includes(by) && !elsewhere.includes(task.kind));
    return [
      table(printed, waits, {
        'cases:case.what': ({ kind, what, about }) =>
          what ?? (about ? say(`cases:task-of.${kind}`, { about: say(about) }) : say(`cases:task.${kind}`)),
        'cases:case.who': ({ who, role }) => (role ? say(`accounts:role.${role}`) : who && nameOf(who)),
        'cases:case.due': 'due',
      }),
    ];
  },
  services: (printed) => [
    table(printed, printed.state.referrals, {
      'referrals:services.partner': ({ organisation }) => printed.partnerOf(organisation),
      'referrals:services.service': ['service', 'partners:service'],
      'print.state': (one) =>
        `${printed.say(`referrals:referral-status.${one.status}`)} · ${printed.date(one.endedOn ?? one.answeredOn ?? one.on)}`,
      'referrals:services.outcome': ({ delivered, outcome }) =>
        lines(...delivered.map(({ on, what }) => `${printed.date(on)}: ${what}`), outcome && printed.say(`referrals:outcome.${outcome}`)),
    }),
  ],
  interests: ({ state, say, date, nameOf, list }) => {
    const { assessments, determinations, solution } = state.bestInterests;
    const since = reconsiderSince(state);
    const heard = (one: (typeof assessments | typeof determinations)[number]): Fact[] => [
      [say('cases:care.hearing'), say(`cases:hearing.${one.hearing}`)],
      [say('cases:care.child-view'), one.childView],
      [say('cases:care.options'), one.options],
    ];
    const titled = (title: string, on: string, rows: readonly (Fact | false)[]): Block[] => [
      { kind: 'small', text: `${say(title)}: ${date(on)}` },
      { kind: 'facts', rows: rows.filter((row) => row !== false && row[1] !== '') as Fact[] },
    ];
    return [
      since ? { kind: 'notice', text: say('cases:care.reconsider', { date: date(since) }) } : undefined,
      ...(solution
        ? titled('cases:care.decided', solution.on, [
            [say('cases:care.solution'), lines(say(`cases:solution.${solution.solution}`), nameOf(solution.by))],
          ])
        : []),
      ...determinations.flatMap((one) =>
        titled('print.determined', one.on, [
          [say('cases:care.solution'), say(`cases:solution.${one.solution}`)],
          [say('cases:care.participants'), list(one.participants.map(({ role, name }) => `${name} (${say(`cases:participant.${role}`)})`))],
          ...heard(one),
          [say('cases:care.decision'), one.decision],
          [say('cases:care.wish'), say(`cases:wish-of-child.${one.wish}`)],
          [say('cases:care.why-not'), one.whyNot ?? ''],
          [say('cases:care.review-on'), date(one.reviewOn)],
        ]),
      ),
      ...assessments.flatMap((one) =>
        titled('cases:care.interests', one.on, [
          ...heard(one),
          [say('cases:care.finding'), one.finding],
          [say('cases:care.review-on'), date(one.reviewOn)],
        ]),
      ),
    ];
  },
  care: (printed) => {
    const { say, date, nameOf } = printed;
    const { stays, tracings } = printed.state.placements;
    return [
      table(
        printed,
        printed.state.bestInterests.places.map(({ name, assessment }) => ({ name, ...assessment })),
        {
          'cases:care.places': 'name',
          'cases:care.result': ['result', 'cases:safety'],
          'cases:care.on': ({ on, until }) => range(printed, on, until),
          'cases:care.reasons': 'reasons',
        },
      ),
      table(printed, stays, {
        'cases:care.where': 'name',
        'cases:care.kind': ({ kind, recorded }) =>
          lines(say(`cases:stay.${kind}`), recorded && `${say('cases:care.recorded', { date: date(recorded.on) })} ${nameOf(recorded.by)}`),
        'cases:consent.on': ({ from, to }) => range(printed, from, to),
        'cases:care.responsible': 'responsible',
      }),
      table(printed, tracings, {
        'cases:care.whom': 'whom',
        'cases:care.through': 'through',
        'cases:care.step': ['step', 'cases:tracing-step'],
        'cases:care.on': 'on',
      }),
    ];
  },
  visits: (printed) => [
    table(
      printed,
      printed.state.followUp.visits.filter(({ on }) => on !== null),
      { 'cases:visit.outcome': ['outcome', 'cases:visit-outcome'], 'cases:visit.on': 'on' },
    ),
  ],
  leaving: ({ state: { leavingCare }, say, date }) => [
    leavingCare
      ? {
          kind: 'facts',
          rows: [
            [say('cases:leaving.wish'), say(`cases:adult-services.${leavingCare.wish}`)],
            [say('cases:leaving.words'), leavingCare.words],
            [say('cases:leaving.service'), lines(leavingCare.service, leavingCare.contact)],
            [say('cases:leaving.on'), date(leavingCare.on)],
          ],
        }
      : undefined,
  ],
  // Without the words: whoever prints may be the person whom they are about.
  feedback: (printed) => [
    table(printed, feedbackFor(printed.state, printed.by), {
      'cases:feedback.kind': ['kind', 'cases:feedback-kind'],
      'cases:feedback.from': ['from', 'cases:feedback-from'],
      'cases:feedback.on': 'on',
      'cases:task.feedback': ({ answered, answerBy }) =>
        answered
          ? printed.say('cases:feedback.answered', { date: printed.date(answered.on) })
          : printed.say('cases:feedback.answer-by', { date: printed.date(answerBy) }),
    }),
  ],
  justice: (printed) => {
    const { say, list, state } = printed;
    const { steps, courtDates, wish, lawyer } = state.justice;
    const child = { ...childOf(state), country: printed.country };
    const stages = list(stagesOf(child).map((stage) => say(`justice:stage.${stage}`)));
    const wishOf = (who: 'child' | 'carer') => wish && `${say(`justice:proceedings.${who}-says`)}: ${say(`justice:wish.${wish[who]}`)}`;
    return [
      {
        kind: 'facts',
        rows: [
          [say('justice:proceedings.how-far'), stages || say('justice:proceedings.nowhere')],
          [say('justice:proceedings.wish'), lines(wishOf('child'), wishOf('carer')) || say('justice:proceedings.no-wish')],
          [say('justice:proceedings.lawyer'), lawyer ? lines(lawyer.name, lawyer.contact) : say('justice:proceedings.no-lawyer')],
        ],
      },
      table(
        printed,
        steps.filter(({ struck }) => struck === null),
        {
          'justice:proceedings.kind': ({ kind, outcome }) =>
            lines(say(`justice:step.${kind}`), outcome && say(`justice:step-outcome.${outcome}`)),
          'justice:proceedings.on': 'on',
          'justice:proceedings.authority': 'authority',
          'justice:proceedings.reference': 'reference',
        },
      ),
      ...alarmsOf(child).map(({ kind, on }) => text(printed.date(on), say(`justice:alarm.${kind}`), say(`justice:alarm-more.${kind}`))),
      table(printed, state.justice.accusations, {
        'justice:accusation.title': ({ offence, ended }) =>
          lines(say(`justice:offence.${offence}`), ended && say(`justice:accusation-end.${ended.how}`)),
        'justice:accusation.on': 'on',
        'justice:accusation.authority': 'authority',
        'justice:accusation.window': ({ window, detained }) =>
          lines(say(`justice:window.${window}`), detained && say('justice:accusation.detained')),
      }),
      table(printed, timersOf(child, printed.today), {
        'justice:proceedings.limits': ({ duty, rule }) =>
          lines(say(`justice:law-limit.${duty}`), rule.law, rule.mark === 'V' ? undefined : say('justice:proceedings.not-verified')),
        'justice:proceedings.limit-since': ({ since }) => lines(say(`justice:fact.${since.fact}`), printed.date(since.on)),
        'justice:proceedings.limit-due': 'due',
        'justice:proceedings.limit-ended': ({ state: now, ended }) =>
          lines(say(`justice:limit-state.${now}`), ended && printed.date(ended.on)),
      }),
      table(
        printed,
        courtDates.filter((one) => one.state !== 'cancelled'),
        {
          'justice:proceedings.purpose': 'purpose',
          'justice:proceedings.court-on': 'on',
          'justice:proceedings.place': 'place',
          'justice:proceedings.what-came': ({ heard, note }) => lines(heard && say(`justice:heard.${heard}`), note),
        },
      ),
    ];
  },
  // What was written alone: every note would say that it is one.
  notes: ({ history, ...printed }) =>
    historyBlocks(
      history.filter(({ event }) => event === 'noted'),
      printed,
    ).map((block) => ({ ...block, sentence: '' })),
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
  history: (printed) => {
    const { history, asked } = printed;
    // What was written stands in its own section; here is that it was, and when.
    const elsewhere = [asked.includes('notes') && 'noted', asked.includes('concern') && 'case-opened'];
    return historyBlocks(
      history.map((entry) => (elsewhere.includes(entry.event) ? { ...entry, prose: [] } : entry)),
      printed,
    );
  },
};

/** The sections that are printed, each under its heading, in the order of the file; of which nothing is recorded is said once, at the end. */
export function sectionsOf(printed: Printed): Block[] {
  const { state, today, asked, say, list } = printed;
  const titleOf = (name: PrintSection) =>
    say(name === 'child' && isProvenAdult(state, today) ? 'print.the-person' : `print.section.${name}`);
  const made = printSections
    .filter((name) => asked.includes(name))
    .map((name) => ({ title: titleOf(name), body: bodies[name](printed).filter((block) => block !== undefined) }));
  const empty = made.flatMap(({ title, body }) => (body.length === 0 ? title : []));
  return [
    ...made.flatMap(({ title, body }) => (body.length > 0 ? [{ kind: 'heading', text: title } as const, ...body] : [])),
    ...(empty.length > 0 ? [{ kind: 'small', text: say('print.nothing', { of: list(empty) }) } as const] : []),
  ];
}
