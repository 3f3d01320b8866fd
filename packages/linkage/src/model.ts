/** What a column holds, which says how its values are compared. */
export type ColumnKind = 'name' | 'date' | 'code' | 'identifier' | 'text';

/** One value a record; null where it is not known. */
export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly values: readonly (string | null)[];
}

/** A blocking rule: records are compared where all its keys are equal and known. */
export interface BlockingRule {
  readonly keys: readonly { readonly column: string; readonly form: 'exact' | 'sound' | 'first' | 'last' | 'year' | 'day' | 'prefix' }[];
}

/** How one column is compared: levels from best to else, with their m and u probabilities. */
export interface Comparison {
  readonly column: string;
  readonly kind: ColumnKind;
  readonly levels: readonly string[];
  /** P(level | same person), one a level. */
  m: number[];
  /** P(level | different persons), one a level. */
  u: number[];
}

/** A trained or untrained model: plain JSON. */
export interface LinkModel {
  readonly blocking: readonly BlockingRule[];
  readonly comparisons: readonly Comparison[];
  /** P(two records of different sources, drawn at random, are the same person). */
  lambda: number;
}

export const levelsOf: Readonly<Record<ColumnKind, readonly string[]>> = {
  name: ['same', 'very similar', 'similar', 'different'],
  date: ['same', 'day and month exchanged or one digit off', 'same year', 'different'],
  code: ['same', 'different'],
  identifier: ['same', 'one character off', 'different'],
  text: ['same', 'similar', 'different'],
};

const startM: Readonly<Record<ColumnKind, readonly number[]>> = {
  name: [0.75, 0.12, 0.08, 0.05],
  date: [0.85, 0.07, 0.05, 0.03],
  code: [0.95, 0.05],
  identifier: [0.9, 0.06, 0.04],
  text: [0.6, 0.25, 0.15],
};

/** Whether two columns together have a value for every four records or fewer: more share a place (suburb and post code), not a person. */
function tellsPeopleApart(a: Column, b: Column): boolean {
  const both = a.values.flatMap((value, i) => (value === null || b.values[i] == null ? [] : [`${value}\0${b.values[i]}`]));
  return new Set(both).size * 4 >= both.length;
}

/** A model to train, from the columns there are: comparisons of all, blocking on those that tell people apart. */
export function defaultModel(columns: readonly Column[]): LinkModel {
  const filled = columns.filter((column) => column.values.some((value) => value !== null));
  const names = filled.filter((column) => column.kind === 'name');
  const dates = filled.filter((column) => column.kind === 'date');
  const rest = filled.filter((column) => column.kind === 'code' || column.kind === 'text');
  const blocking: BlockingRule[] = filled
    .filter((column) => column.kind === 'identifier')
    .map((column) => ({ keys: [{ column: column.name, form: 'exact' }] }));
  for (const date of dates)
    blocking.push(
      ...names.slice(0, 2).map(
        (name): BlockingRule => ({
          keys: [
            { column: date.name, form: 'day' },
            { column: name.name, form: 'prefix' },
          ],
        }),
      ),
    );
  if (names[0]) blocking.push({ keys: [{ column: names[0].name, form: 'sound' }] });
  for (const [i, name] of names.entries()) {
    for (const other of names.slice(i + 1))
      blocking.push({
        keys: [
          { column: name.name, form: 'sound' },
          { column: other.name, form: 'sound' },
        ],
      });
    for (const date of dates)
      for (const form of ['first', 'last'] as const)
        blocking.push({
          keys: [
            { column: name.name, form },
            { column: date.name, form: 'year' },
          ],
        });
  }
  // Codes of many values (a post code, a street) tell people apart together with a name; sex or a handful of wards do not.
  const telling = rest.filter((column) => new Set(column.values).size > 50);
  for (const [i, other] of telling.entries()) {
    for (const third of telling.slice(i + 1).filter((column) => tellsPeopleApart(other, column)))
      blocking.push({
        keys: [
          { column: other.name, form: 'exact' },
          { column: third.name, form: 'exact' },
        ],
      });
    for (const name of names.slice(0, 2))
      for (const form of ['first', 'last'] as const)
        blocking.push({
          keys: [
            { column: other.name, form: 'exact' },
            { column: name.name, form },
          ],
        });
    for (const date of dates)
      blocking.push({
        keys: [
          { column: date.name, form: 'day' },
          { column: other.name, form: 'exact' },
        ],
      });
  }
  return {
    blocking: blocking.length > 0 ? blocking : filled.map((column) => ({ keys: [{ column: column.name, form: 'exact' }] })),
    comparisons: filled.map(({ name, kind }) => ({
      column: name,
      kind,
      levels: levelsOf[kind],
      m: [...startM[kind]],
      u: levelsOf[kind].map(() => 1 / levelsOf[kind].length),
    })),
    lambda: 1e-4,
  };
}
