import { useRead, useSession } from '../../../../platform/shell/index.ts';

/** What the organisations of the directory are called, by id. */
export function useOrganisations() {
  const { may } = useSession();
  const { data } = useRead<{ organisations: { id: string; name: string }[] }>('/api/partners/names', {
    enabled: may('read', 'partners.organisation'),
  });
  return (id: string) => data?.organisations.find((one) => one.id === id)?.name ?? '…';
}
