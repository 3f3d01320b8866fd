import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { systemId } from '../decider/index.ts';
import { useRead } from './data/frameApi.ts';
import { useSession } from './session.tsx';

/** The people of the office: a name for an id, and who can take a case. */
export function useOffice() {
  const { t } = useTranslation('shell');
  const session = useSession();
  const { data } = useRead('/api/accounts/users', {}, { enabled: session.may('read', 'accounts.user') });
  const users = data?.users;
  const nameOf = useCallback(
    (id: string) =>
      id === systemId
        ? t('name')
        : (users?.find((user) => user.id === id)?.name ?? (id === session.user.id ? session.user.name : t('somebody'))),
    [users, session, t],
  );
  return {
    nameOf,
    everybody: users ?? [],
    workers: (users ?? []).filter(({ active, roles }) => active && roles.some((role) => role === 'case-worker' || role === 'supervisor')),
  };
}
