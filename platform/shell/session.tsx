import { createMongoAbility, type MongoAbility, type RawRuleOf } from '@casl/ability';
import { useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { May } from './area.ts';
import { configureRequests, type Problem, request } from './data/api.ts';
import { takeArrived } from './data/begun.ts';

export interface SessionAnswer {
  readonly user: {
    readonly id: string;
    readonly name: string;
    readonly roles: readonly string[];
    /** The partner organisation of a partner's user. */
    readonly organisation: string | null;
  };
  readonly csrf: string;
  readonly rules: readonly unknown[];
  readonly mustChange: boolean;
  readonly mustAddFactor: boolean;
  readonly city: {
    readonly name: string;
    readonly country: string;
    readonly timeZone: string;
    readonly today: string;
    readonly wards: readonly string[];
    /** What each ward of the city's list is called. */
    readonly wardNames: Readonly<Record<string, string>>;
  };
}

type Told = SessionAnswer | { readonly user: null };
function taken(session: Told): SessionAnswer | null {
  if (session.user === null) return null;
  const signedIn = session as SessionAnswer;
  configureRequests({ csrf: signedIn.csrf });
  return signedIn;
}

/** Who is signed in; null where nobody is. */
export const useSessionQuery = () =>
  useQuery<SessionAnswer | null, Problem>({
    queryKey: ['/api/session'],
    queryFn: async () => taken(await request<Told>('GET', '/api/session')),
    initialData: () => {
      const begun = takeArrived<Told>('/api/session');
      return begun && taken(begun);
    },
    staleTime: 60_000,
  });

interface Current extends SessionAnswer {
  readonly may: (...may: May) => boolean;
}
export const SessionContext = createContext<Current | undefined>(undefined);

/** What the screen offers follows the same rules as what the server permits. */
export function withAbility(session: SessionAnswer): Current {
  const ability = createMongoAbility(session.rules as RawRuleOf<MongoAbility>[]);
  return { ...session, may: (action, kind) => ability.can(action, kind) };
}

/** The session of the person who is signed in. Throws outside of it. */
export function useSession(): Current {
  const session = useContext(SessionContext);
  if (!session) throw new Error('Nobody is signed in here.');
  return session;
}
