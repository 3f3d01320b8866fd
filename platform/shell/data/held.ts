import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Problem } from './api.ts';

/**
 * Asks what is new over and over, while the page is looked at: each question is held back by the server until there is something, and is told
 * what was answered last.
 */
export function useHeld<T>(key: string, ask: (last: T | undefined) => Promise<T>) {
  const client = useQueryClient();
  const queryKey = [key, 'held', 'long'];
  return useQuery<T, Problem>({
    queryKey,
    queryFn: () => ask(client.getQueryData<T>(queryKey)),
    // The page first loads what it shows; where the server cannot be reached it is not asked at once again.
    refetchInterval: ({ state }) => (state.status === 'error' ? 10_000 : state.dataUpdateCount < 2 ? 2000 : 200),
    retry: false,
    gcTime: 0,
  });
}
