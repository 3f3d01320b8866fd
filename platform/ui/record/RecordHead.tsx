import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import './record.css';

/**
 * The head of a record: the way back and its number, its title, what marks it; below, in this order, its safety strip, facts, stage and
 * tabs. `act` is the one next act: beside the title, and on a phone above the stage. Where there is none, a rarer one stands beside the
 * title on a phone too.
 */
export function RecordHead({
  back,
  number,
  title,
  aside,
  marks,
  act,
  actions,
  children,
}: {
  readonly back?: { readonly to: string; readonly label: string } | undefined;
  readonly number?: ReactNode;
  readonly title: ReactNode;
  /** Beside the title: "Show name". */
  readonly aside?: ReactNode;
  readonly marks?: ReactNode;
  readonly act?: ReactNode;
  /** Rarer acts that belong to the whole record. */
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <header className="record">
      <div className="record__row">
        <div className="record__words">
          {(back || number) && (
            <p className="small">
              {back && (
                <Link className="page__back" to={back.to}>
                  {back.label}
                </Link>
              )}
              {back && number && <span className="record__slash"> / </span>}
              {number && <strong className="numeric">{number}</strong>}
            </p>
          )}
          <div className="record__title">
            <h1>{title}</h1>
            {aside}
          </div>
          {marks && <div className="record__marks">{marks}</div>}
        </div>
        {(act || actions) && (
          <div className={`buttons record__acts${act ? '' : ' record__acts--rarer'}`}>
            {act}
            {actions}
          </div>
        )}
      </div>
      {children}
    </header>
  );
}
