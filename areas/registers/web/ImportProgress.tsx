import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useActs, useReadAnew } from '../../../platform/shell/index.ts';
import { Notice, Progress } from '../../../platform/ui/index.ts';
import type { Followed, ImportRow } from '../contract/index.ts';
import { useRead } from './api.ts';

export const isUnderWay = (status: ImportRow['status']): boolean => status === 'running' || status === 'stopping' || status === 'undoing';

/** An import as it goes, read anew every second until it has ended; then all that is on screen is. */
export function useFollowed(id: string) {
  const followed = useRead(
    '/api/registers/imports/{id}/progress',
    { id },
    { every: (data) => (data && !isUnderWay(data.status) ? false : 1000) },
  );
  const readAnew = useReadAnew();
  const hasEnded = followed.data !== undefined && !isUnderWay(followed.data.status);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it has ended
  useEffect(() => {
    if (hasEnded) void readAnew();
  }, [hasEnded]);
  return followed;
}

/** How far a running import is, and a way to stop it. */
export function ImportProgress({ id }: { readonly id: string }) {
  const { data } = useFollowed(id);
  return <HowFar id={id} of={data} />;
}

export function HowFar({ id, of }: { readonly id: string; readonly of: Followed | undefined }) {
  const { t } = useTranslation('registers');
  const acts = useActs({ id, next: of?.next ?? [] }, 'registers.import', { done: t('history.cancelling') });
  const { stage, done, total } = of?.progress ?? { stage: 'waiting', done: 0, total: null };
  return (
    <div className="stack">
      <Progress
        label={t(`stage.${['checking', 'rows', 'gone', 'undoing'].includes(stage) ? stage : 'waiting'}`)}
        done={done}
        total={total}
      />
      {of?.status === 'stopping' && <Notice>{t('history.cancelling')}</Notice>}
      <div>{acts.button({ name: 'cancel', fields: [], atOnce: true })}</div>
      {acts.dialog}
    </div>
  );
}
