/** Answers of the area's routes, as far as its pages use them. */
export interface ListedPerson {
  readonly id: string;
  readonly name: string;
  readonly names: readonly string[];
  readonly birthDate: string | null;
  readonly mother: string | null;
  readonly father: string | null;
  readonly sex: string | null;
  readonly ward: string | null;
  readonly registers: readonly string[];
}

/** What one field says of two rows being one person: `weight` above nought speaks for it, below against. */
export interface FieldReason {
  readonly column: string;
  readonly level: number;
  readonly weight: number;
}

export interface SourceRow {
  readonly entry: string;
  readonly register: string;
  readonly row: number;
  readonly name: string;
  readonly weight: number;
  readonly fields: readonly FieldReason[];
  readonly values: Readonly<Record<string, string>>;
  readonly lastChanged: string;
}

/** A date of the person's life as a row has it (`what` is the field), or what was noted of the person or a row (`what` is the event). */
export interface Happened {
  readonly on: string;
  readonly kind: 'life' | 'record';
  readonly what: string;
  readonly register: string | null;
  readonly entry: string | null;
}

export interface Person extends ListedPerson {
  readonly scripts: readonly { readonly script: string; readonly names: readonly string[] }[];
  readonly phones: readonly string[];
  readonly doNotCall: boolean;
  readonly address: string | null;
  readonly rows: readonly SourceRow[];
  readonly household: readonly ListedPerson[];
  readonly householdId: string | null;
  /** Children of parents with the same names who do not stand in the same household. */
  readonly siblings: readonly ListedPerson[];
  readonly timeline: readonly Happened[];
}

export interface Pair {
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly weight: number;
  readonly probability: number;
  readonly fields: readonly FieldReason[];
  /** Reasons for which a child may come on the list of children at risk, once it is said that the two are not the same. */
  readonly holds: readonly string[];
  readonly left: SourceRow;
  readonly right: SourceRow;
}

export type Verdict = 'same' | 'not-same' | 'later';
