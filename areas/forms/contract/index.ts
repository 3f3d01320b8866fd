import { Type } from 'typebox';
import { type Answer, contract, type Input } from '../../../platform/contract/index.ts';
import { fields, Id, IsoDate, Line, Maybe } from '../../../platform/decider/index.ts';
import { ContentSchema } from '../domain/index.ts';

const Words = Type.Record(Type.String(), Type.String());
const Name = Type.String({ pattern: '^[a-z0-9][a-z0-9.-]{0,39}$' });

export const listQuestionnaires = contract({
  method: 'GET',
  path: '/api/forms/questionnaires',
  summary: 'The questionnaires of the city, the version of each that holds today, those of before and those to come',
  may: ['read', 'forms.questionnaire'],
  answer: Type.Object({
    rows: Type.Array(
      Type.Object({
        id: Type.String(),
        questionnaire: Type.String(),
        purpose: Type.String(),
        title: Words,
        languages: Type.Array(Type.String()),
        /** The version that holds today; null where the first is still to come. */
        inForce: Maybe(Type.String()),
        versions: Type.Array(
          Type.Object({
            version: Type.String(),
            from: Type.String(),
            setOn: Maybe(Type.String()),
            by: Maybe(Type.String()),
            because: Maybe(Type.String()),
          }),
        ),
      }),
    ),
  }),
});

/** A questionnaire of the city, with its versions. */
export type QuestionnaireRow = Answer<typeof listQuestionnaires>['rows'][number];

export const readVersion = contract({
  method: 'GET',
  path: '/api/forms/questionnaires/{name}/{version}',
  summary: 'A version of a questionnaire as it was written',
  may: ['read', 'forms.questionnaire'],
  params: Type.Object({ name: Name, version: Name }),
  answer: Type.Object({ content: ContentSchema }),
});

export const takeInVersion = contract({
  method: 'POST',
  path: '/api/forms/questionnaires',
  summary: 'Take in a version of a questionnaire, of whatever name, from a day on',
  may: ['take-in', 'forms.questionnaire'],
  body: fields({ commandId: Id, from: IsoDate, because: Line, content: Type.Unknown() }),
  answer: Type.Object({ id: Id, version: Type.Integer() }),
});
export type TakeInInput = Omit<Input<typeof takeInVersion>, 'commandId' | 'content'>;
