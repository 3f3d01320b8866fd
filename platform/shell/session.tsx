import { useQuery } from '@tanstack/react-query';
import i18next from 'i18next';
import { createContext, useContext } from 'react';
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
