import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { call } from './data/frameApi.ts';
import { forgetAll } from './data/signingOut.ts';

/** Ends the session here and on the server; nothing that was read or typed stays in memory. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    try {
      await call('DELETE', '/api/session');
    } finally {
      await navigate({ to: '/' });
      client.clear();
      forgetAll();
      client.setQueryData(['/api/session'], null);
    }
  };
}
