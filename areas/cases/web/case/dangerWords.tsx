import { useTranslation } from 'react-i18next';
import { useFormat, useOffice } from '../../../../platform/shell/index.ts';
import { Name } from '../../../../platform/ui/index.ts';
import type { CaseHead } from '../../contract/index.ts';

export type FoundDanger = CaseHead['dangers'][number];

/** Which danger it is, by what it was found, on which day and by whom. */
export function useDangerWords() {
  const { t } = useTranslation('cases');
  const { date } = useFormat();
  const { nameOf } = useOffice();
  return ({ kind, source, on, recordedOn, by }: FoundDanger) => ({
    what: t(`danger.${kind}`),
    found: (
      <>
        {t('dangers.found', { source: t(`danger-source.${source}`), date: date(on) })}
        {recordedOn !== on && ` · ${t('dangers.recorded', { date: date(recordedOn) })}`}
        {by && (
          <>
            {' · '}
            <Name>{nameOf(by)}</Name>
          </>
        )}
      </>
    ),
    because: t('dangers.because', { danger: t(`danger.${kind}`), source: t(`danger-source.${source}`), date: date(on) }),
  });
}
