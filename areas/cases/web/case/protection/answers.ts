/** Answers of the routes of protection and care, as far as their pages use them. */
export interface ConsentEntry {
  readonly id: string;
  readonly who: string;
  readonly name: string;
  readonly purpose: string;
  readonly partner: string | null;
  readonly answer: 'given' | 'refused' | 'unable';
  readonly standing: string;
  readonly on: string;
  readonly until: string;
  readonly language: string;
  readonly interpreter: boolean;
  readonly how: string;
  readonly told: readonly string[];
  readonly witness: string;
  readonly note: string;
  readonly attachment: string | null;
  readonly withdrawn: { readonly on: string; readonly who: string } | null;
}
export interface EmergencyEntry {
  readonly id: string;
  readonly purpose: string;
  readonly on: string;
  readonly until: string;
  readonly by: string;
  readonly because: string;
  readonly reviewDue: string;
  readonly review: { readonly upheld: boolean; readonly on: string; readonly by: string } | null;
}
export interface CarerEntry {
  readonly id: string;
  readonly name: string;
  readonly relation: string;
  readonly livesWithChild: boolean;
  readonly contact: string;
  readonly suspect: boolean;
  readonly mayCall: boolean;
}
export interface Protection {
  readonly safety: string;
  readonly stay: { readonly kind: string; readonly name: string; readonly from: string; readonly emergencyUntil: string | null } | null;
  readonly forbids: readonly string[];
  readonly interview: string | null;
  readonly situation: string | null;
  readonly lacksGuardian: boolean;
  readonly guardian: { readonly carer: string; readonly name: string; readonly since: string; readonly basis: string } | null;
  readonly carers: readonly CarerEntry[];
  readonly age: { readonly basis: string; readonly disputed: boolean; readonly born: string | null } | null;
  readonly child: boolean;
  readonly languages: readonly string[];
  readonly interpreter: boolean;
  readonly needs: readonly string[];
  readonly needsNote: string;
  readonly contact: {
    readonly notAtHome: boolean;
    readonly on: string;
    readonly codeWord: string;
    readonly note: string;
    readonly numbers: readonly { readonly number: string; readonly whose: string; readonly times: string; readonly carer?: string }[];
  } | null;
  readonly purposes: readonly { readonly purpose: string; readonly status: string; readonly of: string | null }[];
  readonly papers: readonly { readonly id: string; readonly title: string | null; readonly on: string }[];
  readonly consents: readonly ConsentEntry[];
  readonly emergencies: readonly EmergencyEntry[];
}

export interface PlaceEntry {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly country: string | null;
  readonly carer: string | null;
  readonly safety: string;
  readonly assessed: {
    readonly on: string;
    readonly until: string;
    readonly by: string;
    readonly jointlyWith: string;
    readonly reasons: string;
  } | null;
}
export interface StayEntry {
  readonly id: string;
  readonly kind: string;
  readonly place: string | null;
  readonly name: string;
  readonly from: string;
  readonly to: string | null;
  readonly reason: string;
  readonly responsible: string;
  readonly emergencyUntil: string | null;
}
export interface TracingEntry {
  readonly id: string;
  readonly whom: string;
  readonly through: string;
  readonly step: string;
  readonly on: string;
  readonly note: string;
}
export interface DeterminationEntry {
  readonly id: string;
  readonly on: string;
  readonly participants: readonly { readonly role: string; readonly name: string }[];
  readonly hearing: string;
  readonly childView: string;
  readonly options: string;
  readonly solution: string;
  readonly decision: string;
  readonly reviewOn: string;
}
export interface Care {
  readonly safety: string;
  readonly now: string | null;
  readonly stays: readonly StayEntry[];
  readonly places: readonly PlaceEntry[];
  readonly determinations: readonly DeterminationEntry[];
  readonly solution: { readonly solution: string; readonly on: string; readonly by: string } | null;
  readonly tracings: readonly TracingEntry[];
  readonly prepared: readonly string[];
  readonly returned: { readonly on: string; readonly place: string; readonly carer: string } | null;
  readonly carers: readonly { readonly id: string; readonly name: string; readonly suspect: boolean }[];
}

/** An organisation of the directory. */
export interface PartnerName {
  readonly id: string;
  readonly name: string;
}
