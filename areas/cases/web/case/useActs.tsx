import { useTranslation } from 'react-i18next';
import { useActs as useRecordActs } from '../../../../platform/shell/index.ts';
import type { CaseHead } from '../../contract/index.ts';

/**
 * The acts of a page of a case, or of a suspect. Their words are `act.<name>` and, on the button that sends the form, `act.submit-<name>`
 * where that is not "Save": those of `area`, or else those of cases.
 */
export function useActs(
  of: Pick<CaseHead, 'id' | 'next' | 'version'>,
  { kind = 'cases.case', area = 'cases' }: { readonly kind?: 'cases.case' | 'suspects.suspect'; readonly area?: string } = {},
) {
  const ns = [area, 'cases'];
  const { t, i18n } = useTranslation(ns);
  return useRecordActs(of, kind, {
    name: (act) => t(`act.${act}`),
    submit: (act) => t(i18n.exists(`act.submit-${act}`, { ns }) ? `act.submit-${act}` : 'act.save'),
    done: t('act.done'),
  });
}
