import type { UseQueryResult } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../platform/shell/index.ts';
import { type Instrument, instrumentOf, type Words, wordsIn } from '../domain/index.ts';
import { useRead } from './api.ts';

export const useQuestionnaires = () => useRead('/api/forms/questionnaires');

/** The instrument of a version. A version is never changed, so it is read once. */
export function useInstrument(questionnaire: string, version: string | undefined) {
  const query = useRead(
    '/api/forms/questionnaires/{name}/{version}',
    { name: questionnaire, version: version ?? '' },
    { enabled: version !== undefined },
  );
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
