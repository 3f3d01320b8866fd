import countries from './countries.json' with { type: 'json' };

/** How well a fact is known: read in its source, seen in a secondary page, or not checked. */
export type Mark = 'V' | 'S' | 'M';

interface Sourced {
  readonly source: string;
  /** Where the source was read. */
  readonly page?: string;
  readonly mark: Mark;
}

/** A dose is given in time until the child is that old. Where a source names one age, four weeks or a month were added to it. */
interface Dose extends Sourced {
  readonly until: number;
  readonly unit: 'weeks' | 'months';
}

/** What the laws and schedules of a country say of registering, schooling and vaccinating a child. */
export interface CountryFacts {
  readonly registration: Sourced & { readonly days: number };
  /** `startMonth`: the month in which the school year begins. */
  readonly school: Sourced & {
    readonly fromAge: number;
    readonly toAge: number;
    readonly startMonth: number;
    readonly compulsory?: boolean;
  };
  readonly vaccines: Readonly<Record<string, Dose>>;
}

/** ISO codes of the countries whose facts are known. */
export const knownCountries: readonly string[] = Object.keys(countries);

/** The facts of a country (ISO code); undefined where nobody has collected them. */
export const factsOf = (country: string): CountryFacts | undefined => (countries as unknown as Record<string, CountryFacts>)[country];

/** The last day after birth on which a dose is in time: never fewer days than so many months can have. */
export const daysUntil = ({ until, unit }: Dose): number => (unit === 'weeks' ? until * 7 : Math.ceil(until * 30.4375) + 2);

/** Where the numbers of a country come from, by the rule and the parameter they stand in; doses of one source are said once. */
export function sourcesOf(
  country: string,
): readonly { readonly rule: string; readonly parameters: readonly string[]; readonly source: string; readonly mark: Mark }[] {
  const facts = factsOf(country);
  if (!facts) return [];
  const { registration, school, vaccines } = facts;
  const doses = Object.entries(vaccines).map(([dose, { source, mark }]) => ({ dose, source, mark }));
  const bySource = [...Map.groupBy(doses, ({ source, mark }) => `${mark} ${source}`).values()];
  return [
    { rule: 'birth-not-registered', parameters: ['graceDays'], source: registration.source, mark: registration.mark },
    { rule: 'not-in-school', parameters: ['fromAge', 'toAge', 'startMonth'], source: school.source, mark: school.mark },
    ...bySource.map((of) => ({
      rule: 'immunisation-missed',
      parameters: of.map(({ dose }) => dose),
      source: of[0]!.source,
      mark: of[0]!.mark,
    })),
  ];
}
