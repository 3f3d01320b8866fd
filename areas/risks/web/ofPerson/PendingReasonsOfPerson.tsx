import { useRead } from '../api.ts';
import { PendingReasons } from '../PendingReasons.tsx';

/** Why the list may not tell all of this person yet. */
export default function PendingReasonsOfPerson({ person }: { readonly person: string }) {
  const { data } = useRead('/api/risks/person/{id}/pending-reasons', { id: person });
  return data ? <PendingReasons pending={data.pending} /> : null;
}
