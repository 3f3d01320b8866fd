import shipped from './duties.json' with { type: 'json' };

/** A duty by law to report or to protect a child, which no missing consent takes away. */
export interface Duty {
  readonly id: string;
  /** `*`: of the Convention, which binds all nine countries. */
  readonly country: string;
  readonly duty: 'report' | 'protect';
  /** To whom is reported, by the kinds of the directory. */
  readonly to: string | null;
  /** Within how many hours; 0: at once. */
  readonly within: number | null;
  /** For how many hours at most without a court. */
  readonly atMost: number | null;
  readonly law: string;
  readonly source: string;
  /** What is not `V` was not read in the law itself. */
  readonly mark: string;
}

const duties = shipped.duties as readonly Duty[];

/** The duties of a country, its own first; of one that nobody knows, those that bind all. */
export const dutiesIn = (country: string | null): readonly Duty[] => [
  ...duties.filter((duty) => duty.country === country),
  ...duties.filter((duty) => duty.country === '*'),
];

export const dutyOf = (id: string | undefined): Duty | undefined => duties.find((duty) => duty.id === id);
