import { useTranslation } from 'react-i18next';
import { type FormField, useOffice } from '../../../../platform/shell/index.ts';
import { useRead } from '../api.ts';

/** The question whom of the office to tell, of those to whom the case is open; not asked where there is nobody. */
export function useMentions(id: string): FormField {
  const { t } = useTranslation('cases');
  const { everybody } = useOffice();
  const { data } = useRead('/api/cases/case/{id}/readers', { id });
  const readers = new Set(data?.readers);
  const options = everybody.filter((one) => readers.has(one.id)).map((one) => [one.id, one.name] as const);
  return { name: 'mentions', kind: 'people', label: t('mention.label'), hint: t('mention.hint'), options };
}
