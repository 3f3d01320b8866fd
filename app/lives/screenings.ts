import { shippedQuestionnaires } from '../../areas/forms/domain/index.ts';
import type { Chance } from './chance.ts';

const questions = shippedQuestionnaires
  .find(({ content }) => content.questionnaire === 'screening')!
  .content.sections.flatMap(({ questions: of, safety = false }) => of.map((one) => ({ ...one, safety })));

/** Answers to the shipped screening: of safety alone, or of what happened too; from nearly all no to much yes. */
export function screeningAnswers(chance: Chance): Readonly<Record<string, string>> {
  const often = chance.one([0, 0, 0.01, 0.1, 0.5]);
  const safetyAlone = chance.yes(0.15);
  return Object.fromEntries(
    questions.flatMap(({ name, type, choices, safety, required }) => {
      if (safetyAlone && !safety) return [];
      if (type === 'one') return [[name, chance.one(choices!).name]];
      if (type !== 'yes-no' || (!required && chance.yes(0.1))) return [];
      const worry = chance.yes(often);
      return [[name, (name === 'safe-tonight') === worry ? 'no' : 'yes']];
    }),
  );
}
