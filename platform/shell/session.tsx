import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import { createContext, useContext, useEffect } from 'react';
import { datesIn } from '../calendar/dates.ts';
import type { Answer, readSession } from '../contract/index.ts';
import type { May } from './area.ts';
import { configureRequests, type Problem } from './data/api.ts';
import { call } from './data/frameApi.ts';
import { takeArrived } from './data/prefetch.ts';

type Told = Answer<typeof readSession>;
export type SessionAnswer = Exclude<Told, { readonly user: null }>;

function taken(session: Told): SessionAnswer | null {
  if (!('csrf' in session)) return null;
  const dates = () => datesIn(i18next.language, session.city.calendar, (key, values) => i18next.t(key, values));
  configureRequests({ csrf: session.csrf, date: (iso) => dates().date(iso) });
  return session;
}

/** Who is signed in; null where nobody is. */
export const useSessionQuery = () =>
  useQuery<SessionAnswer | null, Problem>({
    queryKey: ['/api/session'],
    queryFn: async () => taken(await call('GET', '/api/session')),
    initialData: () => {
      const prefetched = takeArrived<Told>('/api/session');
      return prefetched && taken(prefetched);
    },
    staleTime: 60_000,
  });

const dayIn = (timeZone: string) => new Intl.DateTimeFormat('en-CA', { timeZone }).format();

/** Reads all that a page shows, with the city's day; where the session has ended, the page learns it from what it reads. */
async function readEverything(client: QueryClient) {
  const session = taken(await call('GET', '/api/session'));
  if (session) client.setQueryData(['/api/session'], session);
  await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== '/api/session' });
}

/** While a page stays open the day turns: what was due is overdue then, and everything is read again. */
export function useTurnOfDay(timeZone: string | undefined): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!timeZone) return;
    let day = dayIn(timeZone);
    const timer = setInterval(() => {
      const now = dayIn(timeZone);
      if (now !== day)
        readEverything(client)
          .then(() => (day = now))
          .catch(() => undefined);
    }, 60_000);
    return () => clearInterval(timer);
  }, [client, timeZone]);
}

interface Current extends Omit<SessionAnswer, 'may'> {
  readonly may: (...may: May) => boolean;
}
export const SessionContext = createContext<Current | undefined>(undefined);

/** What the screen offers follows the rules by which the server permits. */
export function withMay(session: SessionAnswer): Current {
  return { ...session, may: (action, kind) => session.may[kind]?.includes(action) ?? false };
}

/** The session of the person who is signed in. Throws outside of it. */
export function useSession(): Current {
  const session = useContext(SessionContext);
  if (!session) throw new Error('Nobody is signed in here.');
  return session;
}
