import { choiceFrom, useSession } from '../../../platform/shell/index.ts';
import { useRead } from './api.ts';

/** The organisations of the directory, and what each is called by its id. */
export function useOrganisations() {
  const { may } = useSession();
  const { data } = useRead('/api/partners/names', {}, { enabled: may('read', 'partners.organisation') });
  const all = data?.organisations ?? [];
  return { all, nameOf: (id: string) => all.find((one) => one.id === id)?.name ?? '…' };
}

/** An organisation that the city works with: one is chosen from the directory. */
export const organisationChoice = choiceFrom(() => {
  const { all, nameOf } = useOrganisations();
  return { offered: all.flatMap(({ id, name, status }) => (status === 'active' ? [[id, name] as const] : [])), nameOf };
});
