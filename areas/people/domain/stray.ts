import { nameSimilarity, searchKeys } from '@olle/names';
import { type EntryState, nameOf } from '../../registers/domain/index.ts';
import { bornBetween, type WardReader } from './comparison.ts';

/** What is compared of a person to find one whom linkage left apart from another: see `questionsOfStrays`. */
interface Stray {
  readonly registers: ReadonlySet<string>;
  readonly names: readonly string[];
  readonly mothers: readonly string[];
  readonly fathers: readonly string[];
  readonly sexes: ReadonlySet<string>;
  readonly wards: ReadonlySet<string>;
  /** The days between which the person was born. */
  readonly first: string;
  readonly last: string;
}

const sameParent = 0.9;
const sameName = 0.93;
/** People of one parent's name beyond whom nobody is asked: the name says nothing. */
const mostAlike = 200;

const known = (values: readonly (string | null | undefined)[]) =>
  [...new Set(values.filter((value) => value !== null && value !== undefined && value !== ''))] as string[];

function strayOf(rows: readonly EntryState[], readWard: WardReader): Stray | undefined {
  const born = rows.flatMap((row) => {
    const [first, last = first] = bornBetween(row)?.split('/') ?? [];
    return first === undefined ? [] : [{ first, last: last! }];
  });
  if (born.length === 0) return undefined;
  // The row that knows best: a whole date before an age.
  const { first, last } = born.sort((a, b) => Number(a.first !== a.last) - Number(b.first !== b.last))[0]!;
  return {
    registers: new Set(rows.map(({ register }) => register)),
    names: known(rows.flatMap(({ values }) => [nameOf(values), values.other_name])),
    mothers: known(rows.map(({ values }) => values.mother_name)),
    fathers: known(rows.map(({ values }) => values.father_name)),
    sexes: new Set(known(rows.map(({ sex }) => sex))),
    wards: new Set(known(rows.map(({ ward }) => ward && readWard(ward)))),
    first,
    last,
  };
}

const alike = (a: readonly string[], b: readonly string[], least: number) =>
  a.some((one) => b.some((other) => nameSimilarity(one, other) >= least));
const shares = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].some((one) => b.has(one));

/** Whether two may be one child: the same parents, sex, ward and age; where a register knows both, the same name and day of birth too. */
function mayBeOne(a: Stray, b: Stray): boolean {
  if (a.first > b.last || b.first > a.last || !shares(a.wards, b.wards)) return false;
  if (a.sexes.size > 0 && b.sexes.size > 0 && !shares(a.sexes, b.sexes)) return false;
  if (!alike(a.mothers, b.mothers, sameParent) || !alike(a.fathers, b.fathers, sameParent)) return false;
  if (!shares(a.registers, b.registers)) return true;
  return a.first === a.last && a.first === b.first && b.first === b.last && alike(a.names, b.names, sameName);
}

/**
 * Persons whom linkage left apart and who may be one child, since a name was written in a way that hides it (a nickname, a swapped order, a
 * row written twice): of whom a register of births or a school roll knows one only, so that the other would seem to be missing there. Only
 * those born since `bornSince`; who may be either of two is not asked about.
 * @returns couples of indexes into `persons`
 */
export function questionsOfStrays(
  persons: readonly (readonly EntryState[])[],
  readWard: WardReader,
  bornSince: string,
): (readonly [number, number])[] {
  const strays = new Map<number, Stray>();
  const byParent = new Map<string, number[]>();
  persons.forEach((rows, i) => {
    const stray = rows.some(({ values }) => values.mother_name && values.father_name) ? strayOf(rows, readWard) : undefined;
    if (!stray || stray.last < bornSince) return;
    strays.set(i, stray);
    for (const [side, names] of [
      ['m', stray.mothers],
      ['f', stray.fathers],
    ] as const)
      for (const name of names) {
        const key = `${side}${searchKeys(name).sort().join(' ')}`;
        byParent.set(key, [...(byParent.get(key) ?? []), i]);
      }
  });
  const matesOf = new Map<number, Set<number>>();
  for (const group of byParent.values()) {
    if (group.length > mostAlike) continue;
    for (const [n, a] of group.entries())
      for (const b of group.slice(n + 1)) {
        if (a === b || !mayBeOne(strays.get(a)!, strays.get(b)!)) continue;
        matesOf.set(a, (matesOf.get(a) ?? new Set()).add(b));
        matesOf.set(b, (matesOf.get(b) ?? new Set()).add(a));
      }
  }
  const lacks = (a: number, b: number) =>
    ['birth', 'school'].some((register) => strays.get(a)!.registers.has(register) && !strays.get(b)!.registers.has(register));
  return [...matesOf].flatMap(([a, mates]) => {
    const b = [...mates][0]!;
    return mates.size === 1 && matesOf.get(b)!.size === 1 && a < b && (lacks(a, b) || lacks(b, a)) ? [[a, b] as const] : [];
  });
}
