import type { ReactNode } from 'react';

export type Tone = 'plain' | 'blue' | 'orange' | 'red';

export function Badge({ tone = 'plain', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return <span className={`badge badge--${tone}`}>{children}</span>;
}

/** Badges side by side: one a word, and others. */
export function Badges({ of = [], children }: { readonly of?: readonly string[]; readonly children?: ReactNode }) {
  return (
    <span className="badges">
      {of.map((word) => (
        <Badge key={word}>{word}</Badge>
      ))}
      {children}
    </span>
  );
}

/** A name in whatever script, kept from disturbing the direction of the text around it. */
export function Name({ children }: { readonly children: ReactNode }) {
  return <bdi dir="auto">{children}</bdi>;
}

/** What somebody wrote, with its lines and in its own direction; nothing where nothing was written. */
export function Prose({ small = false, children }: { readonly small?: boolean; readonly children: ReactNode }) {
  if (!children) return null;
  return (
    <p className={small ? 'prose small' : 'prose'} dir="auto">
      {children}
    </p>
  );
}

export function Notice({
  tone = 'plain',
  title,
  children,
}: {
  readonly tone?: Tone;
  readonly title?: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className={`notice notice--${tone}`} role={tone === 'red' ? 'alert' : 'note'}>
      {title && <strong>{title}</strong>}
      {children && <div>{children}</div>}
    </div>
  );
}
