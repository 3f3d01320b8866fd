import { useTranslation } from 'react-i18next';
import { sentenceOf, type TimelineEntry } from '../../decider/index.ts';
import { useFormat } from '../format.ts';
import { useOffice } from '../office.ts';

/** The sentence of an event in the reader's language. */
export function useSentence(): (entry: Pick<TimelineEntry, 'kind' | 'event' | 'values'>) => string {
  const { t, i18n } = useTranslation('shell');
  const { date, number } = useFormat();
  const { nameOf } = useOffice();
  const list = (parts: readonly string[]) => new Intl.ListFormat(i18n.language).format(parts);
  return (entry) => sentenceOf(entry, { t, date, number, nameOf, list });
}
