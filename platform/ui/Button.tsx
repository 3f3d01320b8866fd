import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';

/** `grave`: hard to take back; orange, for red is kept for a child in danger. */
type Kind = 'primary' | 'plain' | 'quiet' | 'grave';

interface Props {
  readonly kind?: Kind;
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly type?: 'button' | 'submit';
  /** Work is under way: the button keeps its place and does nothing on a second press. */
  readonly pending?: boolean;
  readonly disabled?: boolean;
  /** What it does, where its words alone do not say it. */
  readonly label?: string;
}

export function Button({ kind = 'plain', children, onPress, type = 'button', pending = false, disabled = false, label }: Props) {
  return (
    <AriaButton
      className={`button button--${kind}`}
      type={type}
      isPending={pending}
      isDisabled={disabled}
      {...(onPress ? { onPress } : {})}
      {...(label ? { 'aria-label': label } : {})}
    >
      {children}
    </AriaButton>
  );
}

/** Goes somewhere, and looks like a button: for the one next step of a screen. */
export function LinkButton({
  to,
  kind = 'plain',
  label,
  children,
}: {
  readonly to: string;
  readonly kind?: Kind;
  /** What it says to somebody who does not see what it stands beside. */
  readonly label?: string;
  readonly children: ReactNode;
}) {
  return (
    <Link className={`button button--${kind}`} to={to} {...(label ? { 'aria-label': label } : {})}>
      {children}
    </Link>
  );
}

export function Buttons({ children }: { readonly children: ReactNode }) {
  return <div className="buttons">{children}</div>;
}
