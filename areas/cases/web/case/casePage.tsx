import type { FunctionComponent } from 'react';
import { useTranslation } from 'react-i18next';
import { Await, type RecordActs, useParts } from '../../../../platform/shell/index.ts';
import { Link, Stack } from '../../../../platform/ui/index.ts';
import type { CaseHead } from '../../contract/index.ts';
import { type CasePage, type CasePartName, casePages, pathOf } from '../../domain/taskPages.ts';
import { CaseFrame } from './CaseFrame.tsx';

/** What is given to everything on a page of a case: the case, and what may be done. */
export interface OnCasePage {
  readonly head: CaseHead;
  readonly acts: RecordActs;
}
/** The same, with what the part has read of the case. */
export interface CasePart<T> extends OnCasePage {
  readonly of: T;
}

/** Whoever was led to a part of a page is shown it once it is there. */
const showIfAsked = (part: HTMLElement | null): void => {
  if (part && location.hash === `#${part.id}`) part.scrollIntoView({ block: 'start' });
};

/** A part of a case's page: what `useFound` reads of it, shown under the case's head. */
export function casePart<T>(
  name: CasePartName | 'overview' | 'form',
  useFound: (id: string) => Parameters<typeof Await<T>>[0]['of'],
  Shown: FunctionComponent<CasePart<T>>,
): FunctionComponent<OnCasePage> {
  return ({ head, acts }) => (
    <Await of={useFound(head.id)}>
      {(of) => (
        <div id={name} ref={showIfAsked} className="case-part">
          <Shown head={head} of={of} acts={acts} />
        </div>
      )}
    </Await>
  );
}

/** What other areas put into the page of a case at that place. */
export const otherParts =
  (slot: string): FunctionComponent<OnCasePage> =>
  (props) =>
    useParts<OnCasePage>(slot).map(({ draw }) => draw(props));

/** A page of a case: its parts one below the other, with the way to each where there are several. */
export const casePage =
  (page: CasePage, ...parts: readonly FunctionComponent<OnCasePage>[]): FunctionComponent =>
  () => (
    <CaseFrame page={page}>
      {(head, acts) => (
        <Stack>
          {parts.length > 1 && <Ways page={page} id={head.id} />}
          {parts.map((Part, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: they are always the same, in that order
            <Part key={i} head={head} acts={acts} />
          ))}
        </Stack>
      )}
    </CaseFrame>
  );

function Ways({ page, id }: { readonly page: CasePage; readonly id: string }) {
  const { t } = useTranslation('cases');
  const parts: readonly string[] = casePages[page];
  return (
    <nav className="case-ways" aria-label={t('page.parts')}>
      {parts.map((part) => (
        <Link key={part} to={pathOf(part)} params={{ id }}>
          {t(`page.${part}`)}
        </Link>
      ))}
    </nav>
  );
}
