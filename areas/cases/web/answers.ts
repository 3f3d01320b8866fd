/** Answers of the area's routes, as far as its pages use them. */
export interface CaseSummary {
  readonly id: string;
  readonly person: string | null;
  readonly name: string;
  readonly status: 'open' | 'closed';
  readonly worker: string | null;
  readonly ward: string | null;
  readonly riskLevel: string;
  readonly birthYear: number | null;
  readonly openedOn: string;
  readonly dueOn: string | null;
  readonly tasks: number;
}

export interface Happened {
  readonly type: string;
  readonly at: string;
  readonly actor: string;
  readonly text?: string;
  readonly detail?: string;
}

export interface CaseAction {
  readonly id: string;
  readonly what: string;
  readonly who: string;
  readonly due: string;
  readonly settled: 'done' | 'dropped' | null;
}

/** What stands above every page of a case. */
export interface CaseHead extends CaseSummary {
  readonly version: number;
  readonly source: string;
  readonly closedOn: string | null;
  readonly closeReason: string | null;
  /** Other open cases of the same child. */
  readonly others: readonly { readonly id: string; readonly openedOn: string; readonly worker: string | null }[];
  /** Commands that are possible now for the reader. */
  readonly next: readonly string[];
}

/** Something that waits in a case; its words are `task.<kind>` where nobody wrote any. */
export interface CaseTask {
  readonly id: string;
  readonly kind: string;
  readonly who: string | null;
  readonly due: string;
  readonly what?: string;
}

export interface CaseOverview {
  readonly child: string | null;
  readonly tasks: readonly CaseTask[];
  readonly actions: readonly CaseAction[];
  /** What stands in the way of closing it, as codes of problems. */
  readonly hinders: readonly { readonly code: string; readonly params: Readonly<Record<string, string | number>> }[];
  readonly history: readonly Happened[];
}

export interface CasePlan {
  readonly needs: {
    readonly on: string;
    readonly by: string;
    readonly needs: readonly { readonly domain: string; readonly level: 'none' | 'some' | 'serious' | 'urgent' }[];
    readonly strengths: string | null;
  } | null;
  readonly goals: readonly {
    readonly id: string;
    readonly domain: string;
    readonly what: string;
    readonly due: string;
    readonly state: 'open' | 'met' | 'dropped';
    readonly settledOn: string | null;
  }[];
  readonly reviewOn: string | null;
  readonly ending: { readonly on: string; readonly child: string; readonly carer: string; readonly contact: string } | null;
  readonly approvals: readonly {
    readonly id: string;
    readonly subject: string;
    readonly askedBy: string;
    readonly askedOn: string;
    readonly verdict: 'asked' | 'approved' | 'returned' | 'withdrawn';
    readonly by: string | null;
    readonly on: string | null;
  }[];
  readonly conferences: readonly {
    readonly id: string;
    readonly on: string;
    readonly state: 'planned' | 'held' | 'cancelled';
    readonly purpose: string;
    readonly participants: string;
    readonly decisions: string | null;
  }[];
}

export interface CaseVisit {
  readonly id: string;
  readonly due: string;
  readonly on: string | null;
  readonly outcome: string | null;
  readonly alone: boolean | null;
  readonly scores: Readonly<Record<string, number>>;
  readonly answers: string | null;
}

export interface CaseFollowUp {
  readonly since: string | null;
  readonly stableMonths: number;
  readonly visits: readonly CaseVisit[];
}

export interface Concern {
  readonly id: string;
  readonly version: number;
  readonly person: string | null;
  readonly name: string;
  readonly status: 'open' | 'accepted' | 'dismissed';
  readonly source: string;
  readonly ward: string | null;
  readonly birthYear: number | null;
  readonly raisedOn: string;
  readonly raisedBy: string;
  readonly what: string;
  readonly case: string | null;
  readonly dismissedBecause: string | null;
  readonly next: readonly string[];
  readonly history: readonly Happened[];
}

export type ConcernSummary = Omit<Concern, 'version' | 'what' | 'dismissedBecause' | 'next' | 'history'>;

/** A file that may be of the same child. */
export interface Duplicate {
  readonly kind: 'case' | 'concern';
  readonly id: string;
  readonly name: string | null;
  readonly status: string;
  readonly openedOn: string;
  readonly why: 'person' | 'name';
  readonly readable: boolean;
}

export interface Waiting {
  readonly tasks: readonly {
    readonly case: string;
    readonly id: string;
    readonly kind: string;
    readonly name: string;
    readonly what: string | null;
    readonly due: string;
    readonly overdue: boolean;
    readonly riskLevel: string;
  }[];
  readonly concerns: { readonly total: number; readonly rows: readonly ConcernSummary[] };
  readonly unassigned: { readonly total: number };
  readonly team: { readonly overdue: number; readonly open: number };
}

/** A paper of a case; `file` is null where its content has not arrived, or was destroyed. */
export interface CasePaper {
  readonly id: string;
  readonly kind: string;
  readonly about: string;
  readonly language: string | null;
  readonly title: string | null;
  readonly on: string;
  readonly by: string;
  readonly removed: { readonly on: string; readonly by: string; readonly because: string } | null;
  readonly file: { readonly ending: string; readonly bytes: number; readonly picture: boolean } | null;
}

export interface CasePapers {
  /** Bytes a file may have. */
  readonly limit: number;
  readonly papers: readonly CasePaper[];
}
