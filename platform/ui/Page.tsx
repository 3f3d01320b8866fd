import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useId } from 'react';

interface PageProps {
  readonly title: ReactNode;
  /** In place of the usual head: that of a record. */
  readonly head?: ReactNode;
  /** The same in plain words, for the window's title; never a person's name. */
  readonly windowTitle?: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly back?: { readonly to: string; readonly label: string };
  readonly children?: ReactNode;
}

export function Page({ title, head, windowTitle, lead, actions, back, children }: PageProps) {
  const words = windowTitle ?? (typeof title === 'string' ? title : '');
  useEffect(() => {
    // Only the name of the page: a title stays in the browser's history, where no child's name belongs.
    document.title = words ? `${words} · Olle` : 'Olle';
  }, [words]);
  return (
    <div className="page">
      {head ?? (
        <header className="page__head">
          <div className="page__title">
            {back && (
              <Link className="page__back" to={back.to}>
                {back.label}
              </Link>
            )}
            <h1>{title}</h1>
            {lead && <div className="page__lead">{lead}</div>}
          </div>
          {actions && <div className="buttons">{actions}</div>}
        </header>
      )}
      {children}
    </div>
  );
}

export function Section({
  title,
  aside,
  children,
}: {
  readonly title?: ReactNode;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className="section" {...(title ? { 'aria-labelledby': id } : {})}>
      {title && (
        <div className="section__head">
          <h2 id={id}>{title}</h2>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}

/**
 * What matters beside what explains it; one below the other on a phone, the second first where it holds what is done next. Beside a `list` the
 * second stands on a wide screen alone.
 */
export function Columns({
  children,
  secondFirst = false,
  list = false,
}: {
  readonly children: ReactNode;
  readonly secondFirst?: boolean;
  readonly list?: boolean;
}) {
  return <div className={`columns${secondFirst ? ' columns--second-first' : ''}${list ? ' columns--list' : ''}`}>{children}</div>;
}

export function Stack({ children }: { readonly children: ReactNode }) {
  return <div className="stack">{children}</div>;
}
