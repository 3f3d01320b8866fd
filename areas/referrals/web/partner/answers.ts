/** Answers of the routes for partners, as far as the pages use them. */
export interface ListedReferral {
  readonly id: string;
  readonly name: string | null;
  readonly status: string;
  readonly service: string;
  readonly urgency: 'urgent' | 'usual';
  readonly sentOn: string;
  readonly answerBy: string | null;
  readonly until: string;
  readonly endedOn: string | null;
  readonly asked: boolean;
}

export interface PartnerReferral {
  readonly id: string;
  readonly status: string;
  readonly service: string;
  readonly urgency: 'urgent' | 'usual';
  readonly sentOn: string;
  readonly until: string;
  readonly endedOn: string | null;
  /** Null when it has ended. */
  readonly open: {
    readonly answerBy: string;
    readonly handover: boolean;
    readonly because: string;
    readonly told: Readonly<Record<string, string>>;
    readonly said: readonly { readonly from: 'partner' | 'office'; readonly on: string; readonly text: string }[];
    readonly delivered: readonly { readonly on: string; readonly what: string }[];
    readonly next: readonly string[];
  } | null;
}
