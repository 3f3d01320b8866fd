import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../platform/shell/index.ts';
import { Badge, Badges } from '../../../platform/ui/index.ts';
import type { Counts } from '../domain/index.ts';

/** What came of an import, in a few marks; only what is not nought. */
export function Outcome({ counts }: { readonly counts: Counts }) {
  const { t } = useTranslation('registers');
  const { number } = useFormat();
  const news = counts.added + counts.changed + counts.gone + counts.setAside;
  return (
    <Badges>
      {news === 0 && <Badge>{t('history.nothing-new')}</Badge>}
      {counts.added > 0 && <Badge tone="blue">{t('history.added', { n: number(counts.added) })}</Badge>}
      {counts.changed > 0 && <Badge tone="blue">{t('history.changed', { n: number(counts.changed) })}</Badge>}
      {(counts.recognised ?? 0) > 0 && <Badge>{t('history.recognised', { n: number(counts.recognised!) })}</Badge>}
      {counts.unchanged > 0 && <Badge>{t('history.unchanged', { n: number(counts.unchanged) })}</Badge>}
      {counts.gone > 0 && <Badge>{t('history.gone', { n: number(counts.gone) })}</Badge>}
      {counts.setAside > 0 && <Badge tone="orange">{t('history.aside', { n: number(counts.setAside) })}</Badge>}
    </Badges>
  );
}
