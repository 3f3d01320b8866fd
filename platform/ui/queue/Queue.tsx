import { Link } from '@tanstack/react-router';
import { type ReactNode, useId } from 'react';
import './queue.css';

/** What waits, in bands (now, today, this week), each line with its act. */
export function Queue({ children }: { readonly children: ReactNode }) {
  return <div className="queue">{children}</div>;
}

interface BandProps {
  readonly title: string;
  /** How many, or of what. */
  readonly note?: ReactNode;
  /** Leads to the rest, or shows it, where not all lines are shown. */
  readonly more?: { readonly label: string; readonly to?: string; readonly onPress?: () => void } | undefined;
  readonly children: ReactNode;
}

/** Lines under one heading. A line folds by the room the band has, not by the device. */
export function Band({ title, note, more, children }: BandProps) {
  const id = useId();
  return (
    <section className="band" aria-labelledby={id}>
      <h2>
        <span id={id}>{title}</span>
        {note !== undefined && <small>{note}</small>}
      </h2>
      <ul className="lines">
        {children}
        {more && (
          <li>
            {more.to ? (
              <Link className="lines__more" to={more.to}>
                {more.label}
              </Link>
            ) : (
              <button type="button" className="lines__more" onClick={more.onPress}>
                {more.label}
              </button>
            )}
          </li>
        )}
      </ul>
    </section>
  );
}

interface LineProps {
  /** Whom it is about; a name goes in a `<Name>`. */
  readonly who: ReactNode;
  /** Few words about them: "girl, 11". */
  readonly about?: ReactNode;
  /** The page it leads to; the whole line leads there. */
  readonly to: string;
  readonly what: ReactNode;
  /** By when, or since when. */
  readonly when?: ReactNode;
  /** Red: a child in danger now. Orange: past a limit. Its words say so too. */
  readonly tone?: 'red' | 'orange' | undefined;
  readonly act?: ReactNode;
}

export function Line({ who, about, to, what, when, tone, act }: LineProps) {
  return (
    <li className={`line${tone ? ` line--${tone}` : ''}`}>
      <div className="line__who">
        <Link to={to}>{who}</Link> {about && <small>{about}</small>}
      </div>
      <div className="line__what">{what}</div>
      <div className="line__when">{when}</div>
      {act && <div className="line__act">{act}</div>}
    </li>
  );
}

interface StepProps {
  readonly what: ReactNode;
  readonly to?: string;
  readonly when: ReactNode;
  readonly tone?: 'red' | 'orange' | undefined;
  /** Whose step it is. */
  readonly by?: ReactNode;
  readonly act?: ReactNode;
}

/** Steps of one record: lines without whom they are about. */
export function Steps({ children }: { readonly children: ReactNode }) {
  return (
    <div className="band">
      <ul className="lines lines--bare">{children}</ul>
    </div>
  );
}

export function Step({ what, to, when, tone, by, act }: StepProps) {
  return (
    <li className={`line line--step${tone ? ` line--${tone}` : ''}`}>
      <div className="line__who">{to ? <Link to={to}>{what}</Link> : what}</div>
      <div className="line__when">{when}</div>
      <div className="line__by">{by}</div>
      {act && <div className="line__act">{act}</div>}
    </li>
  );
}

/** Figures with their nouns, at the foot of a queue. */
export function Counts({ counts }: { readonly counts: readonly { readonly n: string; readonly label: string; readonly to?: string }[] }) {
  return (
    <ul className="counts">
      {counts.map(({ n, label, to }) => (
        <li key={label}>
          <b>{n}</b> {to ? <Link to={to}>{label}</Link> : label}
        </li>
      ))}
    </ul>
  );
}
