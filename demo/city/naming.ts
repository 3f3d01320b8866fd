import type { NameLists, NameRow } from './country.ts';
import type { Random } from './random.ts';

/** A part of somebody's name and the Latin spelling they are used to. */
export interface NamePart {
  readonly row: NameRow;
  readonly habit: number;
}

/** Local order is given by the country: before + given + after + family, in Korea family + given. */
export interface PersonName {
  readonly before?: NamePart;
  readonly given: NamePart;
  readonly after?: NamePart;
  readonly family?: NamePart;
}

type Sex = 'male' | 'female';

interface Draw {
  readonly rows: readonly NameRow[];
  readonly sums: Float64Array;
}

function toDraw(rows: readonly NameRow[]): Draw {
  const sums = new Float64Array(rows.length);
  let sum = 0;
  for (const [index, row] of rows.entries()) {
    sum += row[2] ?? 1;
    sums[index] = sum;
  }
  return { rows, sums };
}

function draw(from: Draw, random: Random): NameRow {
  const target = random.next() * from.sums.at(-1)!;
  let low = 0;
  let high = from.sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (from.sums[middle]! > target) high = middle;
    else low = middle + 1;
  }
  return from.rows[low]!;
}

/** Gives names as families of the country do. */
export class Naming {
  readonly lists: NameLists;
  private readonly given = new Map<string, Draw>();
  private readonly families: Draw;

  constructor(lists: NameLists) {
    this.lists = lists;
    for (const sex of ['male', 'female'] as const) {
      for (const born of ['o', 'a', 'y'] as const) {
        const fits = lists[sex].filter((row) => (row[3] ?? 'a') === 'a' || row[3] === born);
        this.given.set(`${sex}${born}`, toDraw(fits));
      }
    }
    this.families = toDraw(lists.family);
  }

  /** Most people write the usual Latin spelling, some another. */
  part(row: NameRow, random: Random): NamePart {
    return { row, habit: row[1].length > 1 && random.chance(0.25) ? random.whole(1, row[1].length - 1) : 0 };
  }

  family(random: Random): NamePart {
    return this.part(draw(this.families, random), random);
  }

  /** A name for somebody born in `birthYear`, with the family's name; `like` gives the same given name again. */
  person(sex: Sex, birthYear: number, family: NamePart | undefined, random: Random, like?: NameRow): PersonName {
    const born = birthYear < 1975 ? 'o' : birthYear >= 2005 ? 'y' : 'a';
    const row = like ?? draw(this.given.get(sex + born)!, random);
    const given = this.part(row, random);
    if (this.lists.country === 'NP') {
      const share = born === 'o' ? 0.75 : born === 'a' ? 0.4 : 0.12;
      const after = random.chance(share) ? this.optional(this.lists.middle?.[sex], row, random) : undefined;
      return { given, ...(after ? { after } : {}), ...(family ? { family } : {}) };
    }
    if (this.lists.country === 'PK') {
      const before = sex === 'male' && random.chance(0.4) ? this.optional(this.lists.prefix?.male, row, random) : undefined;
      const second = random.chance(sex === 'male' ? (before ? 0.15 : 0.4) : 0.65)
        ? this.optional(this.lists.second?.[sex], row, random)
        : undefined;
      const clan = family && random.chance(sex === 'male' ? 0.6 : 0.2) ? family : undefined;
      return { ...(before ? { before } : {}), given, ...(second ? { after: second } : {}), ...(clan ? { family: clan } : {}) };
    }
    return { given, ...(family ? { family } : {}) };
  }

  nickname(sex: Sex, random: Random): NameRow | undefined {
    const rows = this.lists.nicknames?.[sex];
    return rows ? random.pick(rows) : undefined;
  }

  private optional(rows: readonly NameRow[] | undefined, given: NameRow, random: Random): NamePart | undefined {
    if (!rows) return undefined;
    const row = rows[random.weighted(rows.map((each) => each[2] ?? 1))]!;
    return row[0] === given[0] ? undefined : this.part(row, random);
  }
}
