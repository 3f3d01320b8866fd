import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Skeleton, useNavigate } from '../../ui/index.ts';

/** Leads from an address of before to the page that has it now: `/cases/$id/safety#care`. */
export const movedTo = (place: string) => () => {
  const navigate = useNavigate();
  const params = useParams({ strict: false }) as Record<string, string>;
  useEffect(() => {
    const [to, hash] = place.split('#');
    void navigate({ to: to!, params, replace: true, ...(hash ? { hash } : {}) });
  });
  return <Skeleton />;
};
