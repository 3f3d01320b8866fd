import { keepPreviousData, type QueryClient, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { asAct, type Problem, request, requestLong } from './api.ts';
import { takeArrived } from './prefetch.ts';

/** Reads what is at a path. */
export const useRead = <T>(path: string, options: { enabled?: boolean; every?: number | ((data: T | undefined) => number | false) } = {}) =>
  useQuery<T, Problem>({
    queryKey: [path],
    queryFn: () => request<T>('GET', path),
    // What has arrived before the page is there is shown at once, without a moment of waiting.
    initialData: () => takeArrived<T>(path),
    enabled: options.enabled ?? true,
    ...(options.every === undefined
      ? {}
      : {
          refetchInterval:
            typeof options.every === 'number'
              ? options.every
              : (query) => (options.every as (data: T | undefined) => number | false)(query.state.data),
        }),
  });

/** What was read at a path is read again: something that was just read changed it. */
export function useAgain(path: string): () => void {
  const client = useQueryClient();
  return useCallback(() => void client.invalidateQueries({ queryKey: [path] }), [client, path]);
}

/** Reads with a question in the body: what is asked for may be a name, and names are never in an address. */
export const useAsk = <T>(path: string, question: object, options: { enabled?: boolean } = {}) =>
  useQuery<T, Problem>({
    queryKey: [path, question],
    queryFn: () => request<T>('POST', path, question),
    enabled: options.enabled ?? true,
    placeholderData: keepPreviousData,
  });

/** Asks what takes long to find out, once: `underWay` is what was said last before the answer. Leaving the page ends the work on the server. */
export function useAskLong<T, U>(path: string, question: object) {
  const [underWay, setUnderWay] = useState<U>();
  const query = useQuery<T, Problem>({
    queryKey: [path, question, 'long'],
    queryFn: ({ signal }) => requestLong<T, U>(path, question, setUnderWay, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return { ...query, underWay };
}

/** A page of a list; `next` says where the following one begins. */
export interface AnyPage {
  readonly rows: readonly unknown[];
  readonly next?: unknown;
}

/** A list that grows page by page; `after` is what the answer before gave as `next`. */
export function usePagesOf<Page extends AnyPage>(path: string, question: object) {
  const query = useInfiniteQuery<Page, Problem, { pages: Page[] }, unknown[], unknown>({
    queryKey: [path, question, 'pages'],
    queryFn: ({ pageParam }) => request<Page>('POST', path, { ...question, ...(pageParam ? { after: pageParam } : {}) }),
    initialPageParam: null,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const rows = query.data?.pages.flatMap((page): Page['rows'][number][] => [...page.rows]);
  return { ...query, rows, first: query.data?.pages[0] };
}
export const usePages = <R>(path: string, question: object) => usePagesOf<{ rows: R[]; next: unknown }>(path, question);

const everythingAgain = (client: QueryClient) =>
  client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== '/api/session' && queryKey[2] !== 'long' });

/** Reads everything on the screen again, and waits until it is shown. */
export function useReadAnew(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await everythingAgain(client);
    // What was read is handed to the screen in a task of its own, queued before this one.
    await new Promise((resolve) => setTimeout(resolve));
  };
}

/** Sends something that changes something; everything on the screen is read again afterwards. */
export function useSend<I, O = unknown>(send: (input: I) => Promise<O>, done?: (output: O, input: I) => void) {
  const client = useQueryClient();
  return useMutation<O, Problem, I>({
    mutationFn: (input) =>
      send(input).catch((problem: unknown) => {
        throw asAct(problem);
      }),
    onSuccess: async (output, input) => {
      done?.(output, input);
      await everythingAgain(client);
    },
  });
}

interface Given {
  readonly id: string;
  readonly name: string;
  readonly input: object;
  readonly expectedVersion?: number | undefined;
  /** Sends it to a route of its own, in place of the command's. */
  readonly send?: ((input: object, commandId: string) => Promise<unknown>) | undefined;
}

/**
 * Gives commands to records of a kind. A command keeps its id until it was answered: sent again after a broken connection it is
 * carried out once.
 */
export function useCommand(kind: string, done?: (given: Given, answer: unknown) => void) {
  const waiting = useRef<{ key: string; commandId: string } | undefined>(undefined);
  return useSend<Given, unknown>(
    async (given) => {
      const { id, name, input, expectedVersion, send } = given;
      const key = JSON.stringify(given);
      if (waiting.current?.key !== key) waiting.current = { key, commandId: uuidv7() };
      const { commandId } = waiting.current;
      if (send) return await send(input, commandId);
      return await request('POST', `/api/${kind.replace('.', '/')}/${id}/${name}`, {
        commandId,
        input,
        ...(expectedVersion === undefined ? {} : { expectedVersion }),
      });
    },
    (answer, given) => {
      waiting.current = undefined;
      done?.(given, answer);
    },
  );
}
