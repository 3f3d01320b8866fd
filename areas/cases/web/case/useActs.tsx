import { useTranslation } from 'react-i18next';
import { useActs as useRecordActs } from '../../../../platform/shell/index.ts';
import type { CaseHead } from '../answers.ts';

/**
 * The acts of a page of a case, or of a suspect. Their words are `act.<name>` and, on the button that sends the form, `act.submit-<name>`
 * where that is not "Save".
 */
export function useActs(of: Pick<CaseHead, 'id' | 'next' | 'version'>, kind: 'cases.case' | 'suspects.suspect' = 'cases.case') {
  const { t, i18n } = useTranslation('cases');
  return useRecordActs(of, kind, {
    name: (act) => t(`act.${act}`),
    submit: (act) => (i18n.exists(`cases:act.submit-${act}`) ? t(`act.submit-${act}`) : t('act.save')),
    done: t('act.done'),
  });
}
