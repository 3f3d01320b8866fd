import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Notice, Skeleton } from '../../ui/index.ts';
import type { Problem } from './api.ts';

/** What was asked for, or the wait for it, or why it is not there and a way to try again. */
export function Await<T>({
  of,
  lines,
  children,
}: {
  readonly of: Pick<UseQueryResult<T, Problem>, 'data' | 'error' | 'refetch'>;
  readonly lines?: number;
  readonly children: (data: T) => ReactNode;
}) {
  const { t } = useTranslation('shell');
  if (of.data !== undefined) return children(of.data);
  if (of.error)
    return (
      <Notice tone="red" title={of.error.sentence || t('failed')}>
        <Button onPress={() => void of.refetch()}>{t('again')}</Button>
      </Notice>
    );
  return <Skeleton {...(lines ? { lines } : {})} />;
}
