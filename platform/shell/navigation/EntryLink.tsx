import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Navigation } from './useNavigation.ts';

interface Props {
  readonly to: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A link to a page of the menu, marked where the page one is on belongs to it. */
export const EntryLink = ({ navigation, ...link }: Props & { readonly navigation: Navigation }) => (
  <Link {...link} activeOptions={{ exact: true }} aria-current={link.to === navigation.here ? 'page' : undefined} />
);
