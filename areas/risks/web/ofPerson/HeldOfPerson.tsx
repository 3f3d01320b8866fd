import { useRead } from '../api.ts';
import { HeldBack } from '../HeldBack.tsx';

/** Why the list may not tell all of this person yet. */
export default function HeldOfPerson({ person }: { readonly person: string }) {
  const { data } = useRead('/api/risks/person/{id}/held', { id: person });
  return data ? <HeldBack held={data.held} /> : null;
}
