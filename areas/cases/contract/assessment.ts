import { Type } from 'typebox';
import type { Answer } from '../../../platform/contract/index.ts';
import { Maybe, oneOf } from '../../../platform/decider/index.ts';
import { AnswersSlice } from '../../forms/domain/index.ts';
import { Decision, traffickingFindings } from '../domain/index.ts';
import { pageContract } from './page.ts';

const Trafficking = Maybe(oneOf(...traffickingFindings));

export const readAssessment = pageContract({
  path: '/api/cases/case/{id}/assessment',
  summary: 'Screenings, assessments and visits of a case with all that was answered, and what was begun and not completed',
  answer: {
    ...AnswersSlice.properties,
    /** Why the child may be asked about their safety only, as the code of a problem; null where they may be asked what happened. */
    interview: Maybe(Type.String()),
    trafficking: Trafficking,
    /** The language in which the child is spoken with and whether that needs an interpreter; null where it was not recorded. */
    speaks: Maybe(Type.Object({ language: Type.String(), interpreter: Type.Boolean() })),
  },
});
export type CaseAssessment = Answer<typeof readAssessment>;
export type GivenQuestionnaire = CaseAssessment['given'][number];

export const readIdentification = pageContract({
  path: '/api/cases/case/{id}/identification',
  summary: 'Formal decisions whether the child is a victim of trafficking, their reviews, and what was found of the child before',
  answer: {
    decisions: Type.Array(Type.Object({ ...Type.Omit(Decision, ['recordedBy']).properties, stands: Type.Boolean() })),
    trafficking: Trafficking,
    again: Type.Boolean(),
    /** Other cases of the child in which trafficking was found; `readable` where the reader may open them. */
    earlierCases: Type.Array(Type.Object({ id: Type.String(), openedOn: Type.String(), readable: Type.Boolean() })),
    /** Screenings on which a decision may rest, with the questions that were answered yes. */
    screenings: Type.Array(
      Type.Object({
        id: Type.String(),
        on: Type.String(),
        questionnaire: Type.String(),
        version: Type.String(),
        result: Maybe(Type.String()),
        fired: Type.Array(Type.String()),
        /** Shown by a document to be an adult. */
        adult: Type.Boolean(),
      }),
    ),
  },
});
export type CaseIdentification = Answer<typeof readIdentification>;
export type CaseDecision = CaseIdentification['decisions'][number];
