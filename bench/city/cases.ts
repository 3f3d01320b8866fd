// A city's cases, written through the ledger as its office writes them: forty events each, over the months that a case takes.
import { v7 as uuidv7 } from 'uuid';
import { readConfiguration } from '../../app/configuration.ts';
import { openInstance } from '../../app/instance.ts';
import { foundCity } from '../../areas/accounts/server/users.ts';
import { lifeDomains, riskLevels, sources } from '../../areas/cases/domain/index.ts';
import { safeVisit } from '../../areas/forms/domain/testing.ts';
import { getCountry } from '../../demo/city/country.ts';
import { Naming } from '../../demo/city/naming.ts';
import { Random } from '../../demo/city/random.ts';
import { type Actor, addDays, bornOn } from '../../platform/decider/index.ts';
import { type Request, systemActor } from '../../platform/ledger/ledger.ts';
import { latin, password } from './fill.ts';

/** Cases written in one transaction. */
const batch = 100;
/** From this day on the questionnaires that Olle brings hold. */
const firstDay = '2026-01-02';
/** Between the stretches in which something happens in a case. */
const stretchDays = 40;
const told = ['purpose', 'use', 'withdrawal', 'retention'];
const visited = {
  ...safeVisit,
  'safety-now': 3,
  'child-words': 'I sleep well now.',
};
const screened = {
  'danger-now': 'no',
  'needs-doctor': 'no',
  'safe-tonight': 'yes',
  'self-harm': 'no',
  age: 'under-18',
  'act-moved': 'yes',
  'D4-01': 'yes',
  'D4-02': 'yes',
};
const said = 'The neighbour has not seen the child since the festival; the school says the same. ';

interface Office {
  readonly worker: string;
  readonly boss: Actor;
  readonly partner: string;
}

/** What happens in a case, by the stretch of days in which it does: first as its worker, then as a supervisor. */
function story(naming: Naming, random: Random, { worker, partner }: Office, opened: string) {
  const id = uuidv7();
  const year = random.whole(2009, 2024);
  const name = latin(naming.person(random.chance(0.5) ? 'male' : 'female', year, naming.family(random), random));
  const ids = Array.from({ length: 16 }, () => uuidv7());
  const [carer, conference, approval] = ids as [string, string, string];
  const day = (n: number) => addDays(opened, n * stretchDays);
  const text = () => said.repeat(random.whole(1, 6));
  const note: [string, object] = ['note', { text: text() }];
  const action = (n: number, at: number): [string, object] => [
    'add-action',
    { action: ids[n]!, what: 'Visit the family', who: worker, due: addDays(day(at), random.whole(5, 200)) },
  ];
  const settled = (n: number): [string, object] => ['settle-action', { action: ids[n]!, how: 'done', note: text() }];
  const goal = (n: number): [string, object] => [
    'set-goal',
    { goal: ids[n]!, domain: lifeDomains[n % lifeDomains.length], what: 'Back at school', due: addDays(day(1), random.whole(60, 300)) },
  ];
  const visit = (n: number, at: number): [string, object][] => [
    ['add-visit', { visit: ids[n]!, due: addDays(day(at), 5) }],
    [
      'make-visit',
      {
        visit: ids[n]!,
        on: day(at),
        outcome: 'seen',
        alone: true,
        scores: { safety: random.whole(0, 4), health: 3 },
        childSays: text(),
        note: text(),
      },
    ],
  ];
  const consent = (who: string, purpose: string, on: string): [string, object] => [
    'record-consent',
    {
      consent: uuidv7(),
      who,
      purpose,
      partner: purpose === 'sharing' ? 'shelter' : null,
      answer: random.chance(0.9) || purpose === 'sharing' ? 'given' : 'refused',
      on,
      language: 'ne',
      interpreter: false,
      how: 'spoken',
      told,
    },
  ];
  const answered = (questionnaire: string, answers: object, on: string): [string, object] => [
    'answer-questionnaire',
    { answering: uuidv7(), questionnaire, version: 'olle-2', answers, on, interviewed: ['caregiver'], language: 'ne', interpreter: 'none' },
  ];
  const concern = {
    person: null,
    source: random.pick(sources),
    riskLevel: random.pick(riskLevels),
    ward: String(random.whole(1, 32)),
    born: bornOn(String(year)),
    worker,
    name,
    concern: text(),
    actions: [],
  };
  const refers = random.chance(0.4);
  const child = [consent('child', 'case-work', day(0)), consent('child', 'sharing', day(0))];
  const stretches: (readonly [string, object])[][] = [
    [
      ['open', concern],
      ['record-carer', { carer, name: 'A made-up mother', relation: 'mother', livesWithChild: true, contact: '' }],
      consent(carer, 'case-work', day(0)),
      consent(carer, 'sharing', day(0)),
      ...child,
      action(3, 0),
      random.chance(0.5) ? answered('screening', screened, day(0)) : note,
      refers
        ? [
            'refer',
            {
              referral: ids[15]!,
              organisation: partner,
              service: 'emergency-shelter',
              urgency: 'usual',
              handover: false,
              because: text(),
              told: { name },
            },
          ]
        : note,
      action(4, 0),
    ],
    [
      [
        'answer-questionnaire',
        {
          ...{ answering: ids[15]!, questionnaire: 'assessment', version: 'olle-3', on: day(1), interviewed: ['caregiver'] },
          ...{ language: 'ne', interpreter: 'none' },
          answers: {
            ...{
              'danger-now': 'no',
              'needs-doctor': 'no',
              'safe-tonight': 'yes',
              'self-harm': 'no',
              grave: ['none'],
              'safety-words': text(),
            },
            ...Object.fromEntries(lifeDomains.slice(0, 4).map((domain) => [`${domain}-now`, random.pick([1, 2, 3])])),
          },
        },
      ],
      settled(3),
      goal(5),
      goal(6),
      ['plan-conference', { conference, on: addDays(day(1), 3), purpose: 'Where it lives', participants: 'Aunt, teacher' }],
      ['ask-approval', { approval, subject: 'plan', note: text() }],
      ...visit(7, 1),
      note,
      note,
    ],
    [
      ['hold-conference', { conference, on: day(2), participants: 'Aunt, teacher', decisions: text(), actions: [] }],
      ...visit(8, 2),
      answered('visit', visited, day(2)),
      ['review-plan', { note: text() }],
      action(9, 2),
      settled(9),
      ['change-risk', { riskLevel: concern.riskLevel === 'high' ? 'medium' : 'high', because: text() }],
      note,
    ],
    [
      ['settle-goal', { goal: ids[5]!, how: 'met', note: text() }],
      ...visit(10, 3),
      ...visit(11, 3),
      action(12, 3),
      settled(4),
      note,
      note,
      random.chance(0.25) ? ['withdraw-nothing', {}] : note,
    ],
  ];
  const closes = random.chance(0.3);
  const command = ([name, input]: readonly [string, object]): Request => ({ kind: 'cases.case', id, name, input, commandId: uuidv7() });
  return {
    stretches: stretches.map((stretch) => stretch.filter(([name]) => name !== 'withdraw-nothing').map(command)),
    approve: command(['give-approval', { approval, verdict: random.chance(0.8) ? 'approved' : 'returned', note: text() }]),
    closing:
      closes && !refers
        ? [
            command(settled(12)),
            command(['settle-goal', { goal: ids[6]!, how: 'met' }]),
            command(['close', { reason: 'moved', summary: text() }]),
          ]
        : [],
  };
}

/** Brings the folder to at least `wanted` cases; what is there already stays. Gives cases, events, and the seconds that the filling took. */
export async function fillCases(folder: string, wanted: number, say: (done: number) => void) {
  let now = new Date();
  const instance = await openInstance(readConfiguration({ OLLE_FOLDER: folder }), {
    log: () => undefined,
    serve: false,
    queue: false,
    clock: () => now,
  });
  const started = performance.now();
  try {
    const { owner, services } = instance;
    const { ledger } = services;
    if ((await owner.query('select 1 from city')).rows.length === 0)
      await foundCity(
        services,
        { name: 'Made-up City', country: 'NP', timeZone: 'Asia/Kathmandu' },
        { userName: 'first', name: 'First Administrator', roles: ['administrator'] },
        password,
      );
    const count = async (table: string) => (await owner.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]!.n;
    const there = await count('cases_case');
    const random = new Random('cases', there);
    const naming = new Naming(getCountry('NP').names);
    const [boss, partner] = [uuidv7(), uuidv7()];
    const workers = Array.from({ length: 200 }, () => uuidv7());
    if (there < wanted) {
      now = new Date('2024-01-01T06:00:00Z');
      const shelter = {
        name: 'Made-up House',
        otherNames: [],
        category: 'shelter',
        services: ['emergency-shelter'],
        leastAge: null,
        mostAge: null,
        sex: 'any',
        languages: ['ne'],
        wards: [],
        hours: [],
        emergencyHours: [],
        address: '',
        phone: '',
        email: '',
      };
      const add = (id: string, role: string) => ({
        kind: 'accounts.user',
        id,
        name: 'add',
        input: { name: 'Somebody', userName: id, roles: [role] },
      });
      await ledger.executeAll(systemActor(1), [
        add(boss, 'supervisor'),
        ...workers.map((id) => add(id, 'case-worker')),
        { kind: 'partners.organisation', id: partner, name: 'add', input: shelter },
        {
          kind: 'partners.organisation',
          id: partner,
          name: 'make-agreement',
          input: { agreement: uuidv7(), title: 'Agreement', from: '2023-01-01', shares: ['name'] },
        },
      ]);
    }
    for (let done = there; done < wanted; ) {
      const worker = random.pick(workers);
      const actor: Actor = { id: worker, city: 1, roles: ['case-worker'] };
      const supervisor: Actor = { id: boss, city: 1, roles: ['supervisor'] };
      const opened = addDays(firstDay, random.whole(0, 180));
      const stories = Array.from({ length: Math.min(batch, wanted - done) }, () =>
        story(naming, random, { worker, boss: supervisor, partner }, opened),
      );
      for (const stretch of [0, 1, 2, 3]) {
        now = new Date(`${addDays(opened, stretch * stretchDays)}T06:00:00Z`);
        await ledger.executeAll(
          actor,
          stories.flatMap(({ stretches }) => stretches[stretch]!),
        );
        if (stretch === 1)
          await ledger.executeAll(
            supervisor,
            stories.map(({ approve }) => approve),
          );
      }
      await ledger.executeAll(
        actor,
        stories.flatMap(({ closing }) => closing),
      );
      done += stories.length;
      say(done);
    }
    // What is measured is a city at rest.
    await owner.query('delete from graphile_worker._private_jobs');
    await owner.query('vacuum analyze');
    return {
      cases: await count('cases_case'),
      events: await count('event'),
      seconds: (performance.now() - started) / 1000,
      made: Math.max(0, wanted - there),
    };
  } finally {
    await instance.stop();
  }
}
