import type { NoticeKind, When } from '../../domain/index.ts';

/** How the reader wants to be told. */
export interface Choice {
  readonly mail: When;
  readonly push: When;
  readonly hour: number;
  readonly kinds: readonly NoticeKind[];
}

export interface Mailbox {
  readonly setUp: boolean;
  readonly address: string | null;
  readonly pending: string | null;
  readonly refused: boolean;
}

export interface Devices {
  /** Null where pushing is not set up. */
  readonly key: string | null;
  readonly list: readonly { readonly id: string; readonly madeAt: string }[];
}
