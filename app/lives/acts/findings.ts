import type { CaseState } from '../../../areas/cases/domain/state/case.ts';
import { addDays } from '../../../platform/decider/index.ts';
import type { Hand } from '../hand.ts';
import { screeningAnswers } from '../screenings.ts';

const planned = ({ followUp }: CaseState) => followUp.visits.find(({ outcome }) => outcome === null);

/** What screenings, visits and decisions of others find, and what is done about it. */
export const findings = ({ chance, newId, act, actOn, boss, day }: Hand) => ({
  screen: (interviewed = chance.one([['child'], ['child'], ['caregiver'], []])) =>
    act('answer-questionnaire', ({ today }) => ({
      ...{ answering: newId(), questionnaire: 'screening', version: 'olle-2', on: day(today), interviewed, language: 'ne' },
      ...{ interpreter: 'none', answers: screeningAnswers(chance) },
    })),
  answerDanger: () =>
    actOn(({ answers }) => answers.given.findLast(({ now }) => now.outcome.alarms.length > 0), 'answer-danger', ({ id, now }, { today }) => ({
      ...{ danger: id, alarm: now.outcome.alarms[0], on: day(today), what: 'Went there.' },
    })), // biome-ignore format: one act
  decideVictim: () =>
    act('record-identification', ({ today, state }) => ({
      ...{ decision: newId(), status: chance.one(['actual', 'possible', 'not-a-victim']), body: 'police', bodyName: 'Police' },
      ...{ decidedBy: null, on: day(today), reviewUntil: null, act: ['transfer'], means: [], exploitation: ['child-labour'] },
      ...{ screening: null, items: [], reasons: 'As found.' },
      ...(state && state.identification.decisions.length > 0 ? { again: chance.yes(0.3) } : {}),
    })),
  askReview: () =>
    actOn(({ identification }) => identification.decisions.at(-1), 'ask-review', ({ id }, { today }) => ({
      ...{ decision: id, how: 'appeal', on: day(today), because: 'Wrong.' },
    })), // biome-ignore format: one act
  settleReview: () =>
    actOn(({ identification }) => identification.decisions.at(-1), 'settle-review', ({ id }, { today }) => ({
      ...{ decision: id, outcome: chance.one(['upheld', 'set-aside']), on: today, bodyName: 'Court', because: 'Read.' },
    })), // biome-ignore format: one act
  visit: () =>
    actOn(({ followUp }) => followUp.visits.find(({ outcome }) => outcome === null), 'make-visit', ({ id }, { today }) => ({
      ...{ visit: id, on: day(today), outcome: chance.one(['seen', 'seen', 'seen', 'not-found', 'refused']), alone: true, scores: {} },
      note: 'At home.',
    })), // biome-ignore format: one act
  moveVisit: () =>
    actOn(planned, 'move-visit', ({ id }, { today }) => ({ visit: id, due: addDays(today, chance.one([1, 7, 30])), because: 'Roads.' })),
  dropVisit: () => actOn(planned, 'drop-visit', ({ id }) => ({ visit: id, because: 'Not needed.' })),
  reviewVisit: () =>
    actOn(({ followUp }) => followUp.visits.find(({ putOff, review }) => putOff && !review), 'review-visit', ({ id }) => ({
      ...{ visit: id, upheld: chance.yes(0.5), note: 'Asked.' },
    }), boss), // biome-ignore format: one act
  beginFollowUp: () => act('begin-follow-up', ({ today }) => ({ since: day(today) })),
  search: () =>
    act('record-search-step', ({ today }) => ({
      ...{ step: newId(), what: chance.one(['home', 'family', 'police']), on: day(today), who: 'Police', note: 'Asked.' },
    })),
});
