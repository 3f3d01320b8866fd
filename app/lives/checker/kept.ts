/** What the checker keeps of what the events of a life say, in its own words. */

export interface Person {
  id: string;
  name: string;
  relation: string;
  home: boolean;
  marked: boolean;
  /** By the record of a suspect. */
  linked: boolean;
  /** The instants at which somebody came to suspect them in the case itself: what they said before is void. */
  suspectedAt: string[];
  authorityTaken: boolean;
}
export interface Word {
  id: string;
  who: string;
  purpose: string;
  answer: 'given' | 'refused' | 'unable';
  on: string;
  until: string;
  at: string;
  askedFromAge: number;
  /** From which age the child's own word is enough. */
  aloneFromAge: number;
  /** With whom may be shared. */
  partner: string | null;
  withdrawnOn: string | null;
}
/** An order of a court, or a duty by law, on which the office acts without consent. */
export interface Ground {
  kind: string;
  purposes: readonly string[];
  partner: string | null;
  on: string;
  until: string;
  due: string;
  upheld: boolean | null;
  endedOn: string | null;
}
export interface Emergency {
  purpose: string;
  on: string;
  until: string;
  due: string;
  reviewedOn: string | null;
  upheld: boolean;
}
export interface Looked {
  on: string;
  until: string;
  result: string;
  people: readonly string[];
}
export interface House {
  kind: string;
  carer: string | null;
  country: string | null;
  jointly: boolean;
  looked: Looked[];
}
export interface Screening {
  on: string;
  finds: boolean;
  clears: boolean;
}
export interface Decided {
  id: string;
  on: string;
  victim: boolean;
  setAside: boolean;
}
export interface Staying {
  kind: string;
  place: string | null;
  from: string;
  how: string;
  emergency: boolean;
}
export interface Determined {
  id: string;
  heard: string;
  view: string;
  on: string;
  reviewOn: string;
  solution: string;
}

/** The days on which a visit was planned, the last one last. */
export interface PlannedVisit {
  days: readonly string[];
  dropped: boolean;
  /** A supervisor agreed to its being put off. */
  agreed: boolean;
}
