import { readFileSync } from 'node:fs';
import type { Country } from './city/country.ts';
import { Random } from './city/random.ts';

/** Somebody whom the demo office suspects, and in which of its cases: noted from the first, connected to the others. */
export interface ToldSuspect {
  readonly said: readonly { readonly what: string; readonly text: string }[];
  readonly roles: readonly string[];
  readonly bornAbout: number | null;
  readonly known: string;
  readonly basis: string;
  readonly cases: readonly string[];
}
/** Two cases of the demo office that belong together. */
export interface ToldLink {
  readonly case: string;
  readonly other: string;
  readonly kind: string;
  readonly known: string;
}
/** A carer who is marked as a suspect in a case, and not yet recorded as one. */
export interface SuspectedCarer {
  readonly case: string;
  readonly name: string;
  readonly relation: string;
  readonly because: string;
}

interface Names {
  readonly suspects: readonly {
    readonly names: readonly string[];
    readonly aliases: readonly string[];
    readonly phones: readonly string[];
  }[];
  readonly carer: string;
}
interface Told {
  readonly suspects: readonly {
    readonly roles: readonly string[];
    readonly cases: number;
    readonly bornAbout: number | null;
    readonly known: string;
    readonly basis: string;
    readonly marks: readonly string[];
    readonly places: readonly string[];
  }[];
  readonly links: readonly { readonly kind: string; readonly known: string }[];
  readonly carer: { readonly relation: string; readonly because: string };
  readonly names: Readonly<Record<Country, Names>>;
}

/**
 * Whom the made-up office suspects in which of the cases given, which of those it linked, and a carer whom it suspects. Fewer where there
 * are few cases. The same cases and seed give the same.
 */
export function tellSuspects(
  country: Country,
  cases: readonly string[],
  seed: number,
): { readonly suspects: readonly ToldSuspect[]; readonly links: readonly ToldLink[]; readonly carers: readonly SuspectedCarer[] } {
  const told = JSON.parse(readFileSync(new URL('./office/suspects.json', import.meta.url), 'utf8')) as Told;
  const names = told.names[country];
  const random = new Random(seed, 'suspects', 0);
  const left = [...cases];
  const take = (n: number) => Array.from({ length: Math.min(n, left.length) }, () => left.splice(random.whole(0, left.length - 1), 1)[0]!);
  const texts = (what: string, of: readonly string[]) => of.map((text) => ({ what, text }));
  const suspects = told.suspects.flatMap(({ cases: n, marks, places, ...rest }, i): ToldSuspect[] => {
    const own = take(n);
    const named = names.suspects[i]!;
    const said = [
      ...texts('name', named.names),
      ...texts('alias', named.aliases),
      ...texts('phone', named.phones),
      ...texts('mark', marks),
      ...texts('place', places),
    ];
    return own.length > 0 ? [{ ...rest, said, cases: own }] : [];
  });
  // The first suspect's children are linked with others, so that one page shows all there is.
  const from = suspects[0]?.cases[0];
  const links = told.links.flatMap((link): ToldLink[] => {
    const [other] = take(1);
    return from && other ? [{ ...link, case: from, other }] : [];
  });
  return { suspects, links, carers: from ? [{ ...told.carer, case: from, name: names.carer }] : [] };
}
