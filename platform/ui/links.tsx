import { Link as RouterLink, useNavigate as useRouterNavigate } from '@tanstack/react-router';
import type { ComponentProps, ReactNode } from 'react';

/** The `$name`s of a path, as in `/cases/$id`. */
type NamesIn<Path extends string> = Path extends `${string}$${infer Name}/${infer Rest}`
  ? Name | NamesIn<`/${Rest}`>
  : Path extends `${string}$${infer Name}`
    ? Name
    : never;

/** What is narrowed in an address: never what somebody typed of a child. */
type Search = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * Where something leads: a page by its path, with what stands in the address for each `$name` of it. That there is such a page, lint checks:
 * the router's own types would be made of all areas' pages, of which each may link to any other, in a circle that the compiler refuses.
 */
type Place<Path extends string> = {
  readonly to: Path;
  readonly search?: Search;
  readonly hash?: string;
} & (string extends Path
  ? { readonly params?: Readonly<Record<string, string>> }
  : [NamesIn<Path>] extends [never]
    ? { readonly params?: never }
    : { readonly params: Readonly<Record<NamesIn<Path>, string>> });

/** A place by its address: `/cases/$id/safety#care` is a page and the part of it that is scrolled to. */
function placeOf<T extends { readonly to: string }>({ to, ...more }: T) {
  const [page, hash] = to.split('#');
  return { to: page, ...(hash ? { hash } : {}), ...more };
}

/** A link to a page, or to a part of one. */
export const Link = ((props: Place<string>) => (
  <RouterLink {...(placeOf(props) as unknown as ComponentProps<typeof RouterLink>)} />
)) as unknown as <const Path extends string>(
  props: Place<Path> & {
    readonly className?: string;
    readonly children: ReactNode;
    readonly title?: string;
    readonly 'aria-label'?: string;
  },
) => ReactNode;

/** Goes to a page; `replace` leaves no step to go back to. */
export const useNavigate = useRouterNavigate as unknown as () => <const Path extends string>(
  place: Place<Path> & { readonly replace?: boolean },
) => Promise<void>;
