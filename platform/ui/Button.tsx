import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Link } from './links.tsx';

/** `grave`: hard to take back; orange, for red is kept for a child in danger. `ink`: the way out, always in sight. */
type Kind = 'primary' | 'plain' | 'quiet' | 'grave' | 'ink';

const classOf = (kind: Kind, small: boolean) => `button button--${kind}${small ? ' button--small' : ''}`;

interface Props {
  readonly kind?: Kind;
  /** Inside a line or beside a heading. */
  readonly small?: boolean;
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly type?: 'button' | 'submit';
  /** Work is under way: the button keeps its place and does nothing on a second press. */
  readonly pending?: boolean;
  readonly disabled?: boolean;
  /** What it does, where its words alone do not say it. */
  readonly label?: string;
}

export function Button({
  kind = 'plain',
  small = false,
  children,
  onPress,
  type = 'button',
  pending = false,
  disabled = false,
  label,
}: Props) {
  return (
    <AriaButton
      className={classOf(kind, small)}
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
  small = false,
  label,
  children,
}: {
  readonly to: string;
  readonly kind?: Kind;
  readonly small?: boolean;
  /** What it says to somebody who does not see what it stands beside. */
  readonly label?: string;
  readonly children: ReactNode;
}) {
  return (
    <Link className={classOf(kind, small)} to={to} {...(label ? { 'aria-label': label } : {})}>
      {children}
    </Link>
  );
}

export function Buttons({ children }: { readonly children: ReactNode }) {
  return <div className="buttons">{children}</div>;
}
