import { useTranslation } from 'react-i18next';
import { useSend, useSession } from '../../../platform/shell/index.ts';
import { Button, Notice, Progress } from '../../../platform/ui/index.ts';
import type { ImportRow } from '../contract/index.ts';
import { call } from './api.ts';

/** How far a running import is, and a way to stop it. */
export function ImportProgress({ row }: { readonly row: ImportRow }) {
  const { t } = useTranslation('registers');
  const { may } = useSession();
  const cancel = useSend(() => call('POST', '/api/registers/imports/{id}/cancel', { id: row.id }));
  const { stage, done, total } = row.progress ?? { stage: 'waiting', done: 0, total: null };
  return (
    <div className="stack">
      <Progress label={t(`stage.${['checking', 'rows', 'gone'].includes(stage) ? stage : 'waiting'}`)} done={done} total={total} />
      {cancel.error && <Notice tone="red">{cancel.error.sentence}</Notice>}
      {cancel.isSuccess && <Notice>{t('history.cancelling')}</Notice>}
      {may('cancel', 'registers.import') && !cancel.isSuccess && (
        <div>
          <Button pending={cancel.isPending} onPress={() => cancel.mutate(undefined)}>
            {t('history.cancel')}
          </Button>
        </div>
      )}
    </div>
  );
}
