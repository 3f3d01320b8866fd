import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { call } from './data/frameApi.ts';
import { closeDrafts } from './form/drafts.ts';

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
      closeDrafts();
      client.setQueryData(['/api/session'], null);
    }
  };
}
