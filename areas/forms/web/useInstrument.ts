import type { UseQueryResult } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Problem, useRead } from '../../../platform/shell/index.ts';
import { type Content, type Instrument, instrumentOf, type Words, wordsIn } from '../domain/index.ts';

/** A questionnaire of the city, with its versions. */
export interface QuestionnaireRow {
  readonly id: string;
  readonly questionnaire: string;
  readonly purpose: string;
  readonly title: Words;
  readonly languages: readonly string[];
  readonly inForce: string | null;
  readonly versions: readonly {
    readonly version: string;
    readonly from: string;
    readonly setOn: string | null;
    readonly by: string | null;
    readonly because: string | null;
  }[];
}

export const useQuestionnaires = () => useRead<{ rows: QuestionnaireRow[] }>('/api/forms/questionnaires');

/** The instrument of a version. A version is never changed, so it is read once. */
export function useInstrument(questionnaire: string, version: string | undefined) {
  const query = useRead<{ content: Content }>(`/api/forms/questionnaires/${questionnaire}/${version ?? ''}`, {
    enabled: version !== undefined,
  });
  const { data, error, refetch } = query;
  const instrument = useMemo(() => data && instrumentOf(data.content), [data]);
  return { data: instrument, error, refetch } as unknown as Pick<UseQueryResult<Instrument, Problem>, 'data' | 'error' | 'refetch'>;
}

/** Texts of a questionnaire in the reader's language, or in another that was chosen. */
export function useWords(languages: readonly string[], chosen?: string) {
  const { i18n } = useTranslation();
  const language = chosen ?? i18n.language;
  return useCallback((words: Words | undefined) => (words ? wordsIn(words, language, languages) : ''), [language, languages]);
}
