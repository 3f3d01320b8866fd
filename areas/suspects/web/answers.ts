import type { Happened } from '../../cases/web/index.ts';
import type { Saying, SuspectRole } from '../domain/index.ts';

/** What the reader is told of a case; its child's name where he may read it. */
export interface Glimpse {
  readonly case: string;
  readonly readable: boolean;
  readonly name: string | null;
  readonly worker: string | null;
  readonly status: 'open' | 'closed' | 'erased';
}

/** Somebody who may be the same; without an id where he is not the reader's to see. */
export interface AlikeSuspect {
  readonly id: string | null;
  readonly names: readonly string[];
  readonly bornAbout: number | null;
  readonly roles: readonly SuspectRole[];
  readonly standing: 'suspected' | 'cleared';
  readonly cases: number;
  readonly workers: readonly string[];
  readonly why: 'number' | 'name';
}

export interface SaidOfSuspect {
  readonly what: Saying;
  readonly text: string;
  readonly on: string;
  readonly by: string;
  readonly wrong: boolean;
}

export interface Suspect {
  readonly id: string;
  readonly version: number;
  readonly standing: 'suspected' | 'cleared' | 'joined';
  readonly into: string | null;
  readonly said: readonly SaidOfSuspect[];
  readonly known: readonly { readonly text: string; readonly on: string; readonly by: string }[];
  readonly sex: string | null;
  readonly bornAbout: number | null;
  readonly roles: readonly SuspectRole[];
  readonly person: string | null;
  readonly cases: readonly (Glimpse & {
    readonly roles: readonly SuspectRole[];
    readonly on: string;
    readonly bases: readonly string[];
    /** Whether the reader may say that he has nothing to do with it. */
    readonly own: boolean;
  })[];
  readonly takenUp: readonly string[];
  readonly alike: readonly AlikeSuspect[];
  readonly history: readonly Happened[];
  readonly next: readonly string[];
}

export interface CaseLinks {
  readonly carers: readonly {
    readonly id: string;
    readonly name: string;
    readonly relation: string;
    readonly contact: string;
    readonly suspect: boolean;
    readonly takenUp: boolean;
  }[];
  readonly cases: readonly (Glimpse & {
    readonly kind: string;
    readonly on: string;
    readonly by: string;
    readonly known: string | null;
  })[];
  readonly suspects: readonly {
    readonly id: string;
    readonly names: readonly string[];
    readonly roles: readonly SuspectRole[];
    readonly carer: string | null;
    readonly others: readonly (Glimpse & { readonly roles: readonly SuspectRole[] })[];
  }[];
  readonly mayNote: boolean;
}
