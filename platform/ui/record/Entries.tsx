import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Buttons } from '../Button.tsx';
import { Empty } from '../Empty.tsx';

/** What a record has several of, one below the other; where there is none, what that means and what to do. */
export function Entries<T>({
  of,
  none,
  children,
}: {
  readonly of: readonly T[];
  readonly none?: readonly [title: string, more?: string];
  readonly children: (one: T) => ReactNode;
}) {
  if (of.length === 0) return none && <Empty title={none[0]}>{none[1]}</Empty>;
  return <ul className="stack">{of.map(children)}</ul>;
}

/**
 * One of them: what it is, what marks it, what is said of it in small, and what may be done to it: `acts` at once, `rarer` ones folded until
 * somebody looks for them.
 */
export function Entry({
  title,
  marks,
  about,
  acts,
  rarer,
  children,
}: {
  readonly title: ReactNode;
  readonly marks?: ReactNode;
  readonly about?: ReactNode;
  readonly acts?: ReactNode;
  readonly rarer?: ReactNode;
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation('ui');
  return (
    <li className="section__head">
      <div>
        <strong dir="auto">{title}</strong> {marks}
        {about && <div className="small soft">{about}</div>}
        {children}
      </div>
      {acts && <Buttons>{acts}</Buttons>}
      {rarer && (
        <details className="section__rarer">
          <summary>{t('rarer')}</summary>
          <Buttons>{rarer}</Buttons>
        </details>
      )}
    </li>
  );
}
