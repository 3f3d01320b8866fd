import { createContext, type FunctionComponent, lazy, type ReactNode, Suspense, useContext, useMemo } from 'react';
import { Skeleton } from '../ui/index.ts';
import type { AreaPart, WebArea } from './area.ts';
import { loadWithCatalogues } from './language.ts';
import { cataloguesOf } from './prefetchPage.ts';
import { useSession } from './session.tsx';

/** The areas of the product, for pages that show parts of other areas. */
export const AreasContext = createContext<readonly WebArea[]>([]);

/** A part is fetched once, with the words of its area, when it is first drawn. */
const components = new WeakMap<AreaPart, unknown>();
function componentOf<Props>(area: WebArea, part: AreaPart): FunctionComponent<Props> {
  const load = part.load as () => Promise<{ readonly default: FunctionComponent<Props> }>;
  const known = components.get(part) ?? lazy(() => loadWithCatalogues(cataloguesOf(area), load));
  components.set(part, known);
  return known as FunctionComponent<Props>;
}

/** What other areas put into a page at `slot`, as far as it is offered to the person: the key of its words, and how it is drawn. */
export function useParts<Props extends object>(slot: string): readonly { readonly words: string; draw(props: Props): ReactNode }[] {
  const areas = useContext(AreasContext);
  const { may } = useSession();
  return useMemo(
    () =>
      areas.flatMap((area) =>
        (area.parts ?? [])
          .filter((part) => part.slot === slot && (!part.may || may(...part.may)))
          .map((part) => {
            const Part = componentOf<Props>(area, part);
            return {
              words: `${area.name}:${part.words}`,
              draw: (props: Props) => (
                <Suspense key={part.words} fallback={<Skeleton lines={3} />}>
                  <Part {...props} />
                </Suspense>
              ),
            };
          }),
      ),
    [areas, may, slot],
  );
}
