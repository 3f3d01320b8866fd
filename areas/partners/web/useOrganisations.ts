import { useRead, useSession } from '../../../platform/shell/index.ts';

/** The organisations of the directory, and what each is called by its id. */
export function useOrganisations() {
  const { may } = useSession();
  const { data } = useRead<{ organisations: { id: string; name: string }[] }>('/api/partners/names', {
    enabled: may('read', 'partners.organisation'),
  });
  const all = data?.organisations ?? [];
  return { all, nameOf: (id: string) => all.find((one) => one.id === id)?.name ?? '…' };
}
