/** What a column holds, which says how its values are compared. A name may be given in several spellings and an identifier as several numbers, one a line. A span is `from/to`. */
export type ColumnKind = 'name' | 'date' | 'span' | 'code' | 'identifier' | 'text';

/** One value a record; null where it is not known. */
export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly values: readonly (string | null)[];
  /** The members of a household have this in common (address, telephone, parents): it says which household, not which member. */
  readonly shared?: boolean;
}

export type BlockingForm = 'exact' | 'sound' | 'first' | 'last' | 'year' | 'from' | 'to' | 'day' | 'prefix';

/** A blocking rule: records are compared where all its keys are equal and known. */
export interface BlockingRule {
  readonly keys: readonly { readonly column: string; readonly form: BlockingForm }[];
  /** Blocks of more records are passed over: they tell nobody apart. */
  readonly limit: number;
}
