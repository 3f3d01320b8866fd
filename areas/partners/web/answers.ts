import type { OpenTime } from '../domain/index.ts';

/** Answers of the area's routes, as far as its pages use them. */
export interface Contact {
  readonly name: string;
  readonly role: string;
  readonly phone: string;
  readonly email: string;
  readonly emergency: boolean;
}

export interface AgreementAnswer {
  readonly id: string;
  readonly title: string;
  readonly from: string;
  readonly until: string | null;
  readonly endedOn: string | null;
  readonly shares: readonly string[];
  readonly inForce: boolean;
}

/** What the form of an organisation asks. */
export interface Profile {
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly category: string;
  readonly services: readonly string[];
  readonly wards: readonly string[];
  readonly leastAge: number | null;
  readonly mostAge: number | null;
  readonly sex: string;
  readonly languages: readonly string[];
  readonly hours: readonly OpenTime[];
  readonly emergencyHours: readonly OpenTime[];
  readonly address: string;
  readonly phone: string;
  readonly email: string;
}

export interface Organisation extends Profile {
  readonly id: string;
  readonly version: number;
  readonly status: 'active' | 'closed';
  readonly since: string;
  readonly closedOn: string | null;
  readonly closeReason: string | null;
  readonly open: boolean;
  readonly reachable: boolean;
  readonly contacts: readonly Contact[];
  readonly places: number | null;
  readonly taken: number;
  readonly countedOn: string | null;
  readonly agreements: readonly AgreementAnswer[];
  readonly shares: readonly string[];
  readonly next: readonly string[];
}
