import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../platform/shell/index.ts';
import { Progress } from '../../../platform/ui/index.ts';
import { useRead } from './api.ts';

/** The comparison with the other registers that follows an import. */
export default function LinkingProgress({ since }: { readonly since: string }) {
  const { t } = useTranslation('registers');
  const { number } = useFormat();
  const isNew = (last: { readonly at: string } | null | undefined) => last != null && Date.parse(last.at) >= Date.parse(since);
  const { last, running } = useRead('/api/people/linkage', {}, { every: (data) => (isNew(data?.last) ? false : 2000) }).data ?? {};
  return (
    <div className="stack" aria-live="polite">
      <p className="soft">
        {last && isNew(last) ? t('wizard.linked', { rows: number(last.rows), persons: number(last.persons) }) : t('wizard.done-lead')}
      </p>
      {running && <Progress label={t('wizard.linking')} done={running.done} total={running.total} />}
    </div>
  );
}
