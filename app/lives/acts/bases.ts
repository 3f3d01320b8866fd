import { addDays } from '../../../platform/decider/index.ts';
import type { Hand } from '../hand.ts';
import { partners, people } from '../world.ts';

const told = ['purpose', 'use', 'withdrawal', 'retention'];
const purposes = ['case-work', 'interview', 'interview', 'sharing', 'sharing', 'family-tracing', 'medical', 'photograph'];
const answers = ['given', 'given', 'given', 'given', 'refused', 'unable'];

/** On what acts rest: consent, emergencies, orders of a court and duties by law. */
export const bases = ({ chance, newId, act, actOn, boss, day }: Hand) => {
  const anyone = () => chance.one(['child', 'child', 'child', ...people.map(({ carer }) => carer)]);
  /** What has happened since a review, now and then. */
  const newFacts = (today: string, often: number) => (chance.yes(often) ? { newFacts: 'He came back.', newFactsOn: day(today) } : {});
  const duty = (today: string) => ({ basis: newId(), kind: 'legal-duty', on: day(today), because: 'It is so.' });
  return {
    consent: (who = anyone(), purpose = chance.one(purposes), answer = chance.one(answers)) =>
      act('record-consent', ({ today }) => ({
        ...{ consent: newId(), who, purpose, answer, on: day(today), language: 'ne' },
        partner: purpose === 'sharing' ? chance.one(['shelter', 'shelter', 'clinic', ...partners]) : null,
        ...{ interpreter: false, how: 'spoken', told: answer === 'given' ? told : [], note: 'As they said it.' },
        ...(chance.yes(0.2) ? { until: addDays(today, chance.one([0, 10, 60])) } : {}),
      })),
    withdraw: () =>
      actOn(({ consents }) => consents.ledger.at(-1), 'withdraw-consent', ({ id, who }, { today }) => ({ consent: id, who, on: day(today) })), // biome-ignore format: one act
    paper: (kind = chance.one(['photo', 'medical', 'court']), about = chance.one(['child', 'child', 'mother'])) =>
      act('attach-paper', () => ({ paper: newId(), kind, about })),
    emergency: () =>
      act('invoke-emergency', ({ today }) => ({
        ...{ emergency: newId(), purpose: chance.one(['case-work', 'interview', 'sharing', 'medical']), because: 'In danger.' },
        ...newFacts(today, 0.3),
      })),
    reviewEmergency: () =>
      actOn(({ consents }) => consents.emergencies.at(-1), 'review-emergency', ({ id }) => ({ emergency: id, upheld: chance.yes(0.5), note: 'Read.' }), boss), // biome-ignore format: one act
    order: () =>
      act('record-basis', ({ today }) => ({
        ...{ basis: newId(), kind: 'court-order', purposes: [chance.one(['case-work', 'interview', 'medical'])], partner: null },
        ...{ authority: 'A court', on: day(today), because: 'Ordered.' },
      })),
    law: () =>
      act('record-basis', ({ today }) => ({
        ...duty(today),
        ...{ purposes: [chance.one(['case-work', 'medical', 'family-tracing', 'sharing'])], partner: null, law: 'Act 5' },
        ...newFacts(today, 0.2),
      })),
    lawToTell: () =>
      act('record-basis', ({ today }) => ({
        ...duty(today),
        ...{ purposes: ['sharing'], partner: chance.one(['shelter', 'clinic']), law: 'Act 6' },
      })),
    reviewBasis: () =>
      actOn(({ bases: all }) => all.at(-1), 'review-basis', ({ id }) => ({ basis: id, upheld: chance.yes(0.5), note: 'Read.' }), boss), // biome-ignore format: one act
    endBasis: () =>
      actOn(({ bases: all }) => all.at(-1), 'end-basis', ({ id }, { today }) => ({ basis: id, on: day(today), because: 'Lifted.' })), // biome-ignore format: one act
  };
};
