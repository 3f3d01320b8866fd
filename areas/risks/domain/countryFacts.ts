import { Type } from 'typebox';
import { type Data, oneOf } from '../../../platform/decider/index.ts';
import countries from './countries.json' with { type: 'json' };

const sourced = {
  source: Type.String(),
  /** How well a fact is known: read in its source (V), seen in a secondary page (S), or not checked (M). */
  mark: oneOf('V', 'S', 'M'),
};
/** Where numbers of a rule come from: the parameters in which they stand. */
export const NumbersSource = Type.Object({ rule: Type.String(), parameters: Type.Array(Type.String()), ...sourced });
type NumbersSource = Data<typeof NumbersSource>;

interface Sourced extends Pick<NumbersSource, keyof typeof sourced> {
  /** Where the source was read. */
  readonly page?: string;
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

/** Where the numbers of a country come from; doses of one source are said once. */
export function sourcesOf(country: string): readonly NumbersSource[] {
  const facts = factsOf(country);
  if (!facts) return [];
  const { registration, school, vaccines } = facts;
  const from = (rule: string, parameters: readonly string[], { source, mark }: Sourced): NumbersSource => ({
    rule,
    parameters,
    source,
    mark,
  });
  const bySource = [...Map.groupBy(Object.entries(vaccines), ([, { source, mark }]) => `${mark} ${source}`).values()];
  return [
    from('birth-not-registered', ['graceDays'], registration),
    from('not-in-school', ['fromAge', 'toAge', 'startMonth'], school),
    ...bySource.map((doses) =>
      from(
        'immunisation-missed',
        doses.map(([dose]) => dose),
        doses[0]![1],
      ),
    ),
  ];
}
