import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Navigation } from './useNavigation.ts';

/** A link to a page of the menu, marked where the page one is on belongs to it. */
export function EntryLink({
  to,
  navigation: { here },
  className,
  children,
}: {
  readonly to: string;
  readonly navigation: Pick<Navigation, 'here'>;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return (
    <Link to={to} className={className} activeOptions={{ exact: true }} aria-current={to === here ? 'page' : undefined}>
      {children}
    </Link>
  );
}
