/** Answers of the area's routes, as far as its pages use them. */
export interface ListedPerson {
  readonly id: string;
  readonly name: string;
  readonly names: readonly string[];
  readonly birthDate: string | null;
  readonly mother: string | null;
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

export interface Person extends ListedPerson {
  readonly father: string | null;
  readonly phones: readonly string[];
  readonly address: string | null;
  readonly rows: readonly SourceRow[];
  readonly household: readonly ListedPerson[];
}

export interface Pair {
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly weight: number;
  readonly probability: number;
  readonly fields: readonly FieldReason[];
  readonly left: SourceRow;
  readonly right: SourceRow;
}

export type Verdict = 'same' | 'not-same' | 'later';
