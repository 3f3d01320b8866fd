import type { RaisedFlag } from '../../../cases/web/index.ts';

/** Answers of the routes of flags and news, as far as pages use them. */
type ListedFlag = RaisedFlag & { readonly case: string; readonly name: string };
export interface MyFlags {
  readonly open: { readonly total: number; readonly rows: readonly ListedFlag[] };
  readonly answered: readonly (ListedFlag & { readonly answer: string; readonly settledBy: string; readonly settledOn: string })[];
}

export interface Told {
  readonly position: number;
  readonly at: string;
  readonly seen: boolean;
  /** Null where the case is not the reader's to see any more. */
  readonly about: { readonly case: string; readonly name: string; readonly kind: string; readonly by: string } | null;
}
