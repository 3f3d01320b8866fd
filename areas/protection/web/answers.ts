interface Count {
  readonly kind: string;
  readonly status: string;
  readonly records: number;
}
export interface Held {
  readonly goes: readonly Count[];
  readonly stays: readonly Count[];
  readonly persons: number;
  readonly keys: number;
  readonly others: number;
  readonly refused: { readonly code: string; readonly open: number } | null;
}
export interface ListedErasure {
  readonly id: string;
  readonly person: string;
  readonly status: 'asked' | 'withdrawn' | 'declined' | 'erased';
  readonly ground: string;
  readonly askedBy: string | null;
  readonly askedOn: string | null;
  readonly settledBy: string | null;
  readonly settledOn: string | null;
}
export interface Erasure extends ListedErasure {
  readonly name: string;
  readonly because: string | null;
  readonly declinedBecause: string | null;
  readonly keys: number;
  readonly records: number;
  readonly held: Held | null;
}
export interface HeldPerson {
  readonly name: string;
  readonly held: Held;
  readonly erasures: readonly ListedErasure[];
  readonly holds: readonly { readonly id: string; readonly because: string; readonly by: string; readonly on: string }[];
}
export interface Packet {
  readonly madeAt: string;
  readonly city: string;
  readonly person: string;
  readonly name: string;
  readonly records: readonly {
    readonly kind: string;
    readonly id: string;
    readonly status: string;
    readonly state: Readonly<Record<string, unknown>>;
    readonly history: readonly {
      readonly at: string;
      readonly by: string;
      readonly what: string;
      readonly fields: Readonly<Record<string, unknown>>;
    }[];
  }[];
  readonly readings: readonly { readonly at: string; readonly by: string; readonly kind: string; readonly why: string }[];
}
