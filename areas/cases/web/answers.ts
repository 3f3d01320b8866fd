import type { Born } from '../../../platform/decider/index.ts';
import type { Answers, DomainScore, Outcome } from '../../forms/domain/index.ts';
import type { TaskKind } from '../domain/taskPages.ts';

/** Answers of the area's routes, as far as its pages use them. */
export interface CaseSummary {
  readonly id: string;
  readonly person: string | null;
  readonly name: string;
  readonly status: 'open' | 'closed';
  readonly worker: string | null;
  readonly ward: string | null;
  readonly riskLevel: string;
  readonly born: Born | null;
  readonly openedOn: string;
  readonly dueOn: string | null;
  readonly tasks: number;
  /** Flags that nobody has settled. */
  readonly flags: number;
}

export interface Happened {
  readonly type: string;
  readonly at: string;
  readonly actor: string;
  readonly text?: string;
  readonly detail?: string;
  readonly mentions?: readonly string[];
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
  readonly phase: string;
  /** Other open cases of the same child. */
  readonly others: readonly { readonly id: string; readonly openedOn: string; readonly worker: string | null }[];
  /** The partner organisation that answers for the child now; null: the office does. */
  readonly handedTo: string | null;
  /** What is known of the child's safety where it is: words under `safety.<what>`. */
  readonly safety: string;
  /** What forbids something to whoever works on the case: words under `forbids.<what>`. */
  readonly forbids: readonly string[];
  /** Until when the reader, who is not on the case, has it open in an emergency. */
  readonly openUntil: string | null;
  /** Flags that nobody has settled; `mine`: the reader may. */
  readonly raised: readonly (RaisedFlag & { readonly mine: boolean })[];
  /** Whose it is who is away, and until when. */
  readonly lent: { readonly of: string; readonly until: string } | null;
  /** Commands that are possible now for the reader. */
  readonly next: readonly string[];
}

/** Something that waits in a case; its words are `task.<kind>` where nobody wrote any. */
export interface CaseTask {
  readonly id: string;
  readonly kind: TaskKind;
  readonly who: string | null;
  /** Set where it is for whoever of the office holds that role. */
  readonly role?: string;
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
  readonly openings: readonly {
    readonly id: string;
    readonly by: string;
    readonly at: string;
    readonly until: string;
    readonly because: string;
    readonly review: { readonly justified: boolean; readonly on: string; readonly by: string; readonly note: string } | null;
  }[];
}

/** Cases opened in an emergency. */
export interface CaseOpenings {
  readonly waiting: number;
  readonly rows: readonly {
    readonly case: string;
    readonly id: string;
    readonly by: string;
    readonly at: string;
    readonly until: string;
    readonly reviewDue: string;
    readonly justified: boolean | null;
  }[];
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
  readonly domains: readonly DomainScore[];
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
  readonly born: Born | null;
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

/** Time limits of the work on cases, as they hold from a day on. */
export interface HeldLimits {
  readonly from: string;
  readonly values: Readonly<Record<string, number>>;
  readonly visitDays: readonly number[];
}
export interface CityLimits extends HeldLimits {
  readonly id: string;
  readonly version: number;
  readonly history: readonly (HeldLimits & {
    readonly setOn: string | null;
    readonly by: string | null;
    readonly because: string | null;
    readonly inForce: boolean;
  })[];
  readonly bounds: Readonly<Record<string, { readonly least: number; readonly most: number }>>;
}

/** Answers of the routes of the assessment and of formal decisions. */
export interface GivenAnswers {
  readonly answers: Answers;
  readonly outcome: Outcome;
  readonly by: string;
  readonly recordedOn: string;
  readonly because: string;
}

export interface GivenQuestionnaire {
  readonly id: string;
  readonly questionnaire: string;
  readonly version: string;
  readonly purpose: string;
  readonly on: string;
  readonly interviewed: readonly string[];
  readonly language: string | null;
  readonly interpreter: string;
  readonly now: GivenAnswers;
  /** What was said before it was amended. */
  readonly earlier: readonly GivenAnswers[];
}

export interface CaseAssessment {
  readonly given: readonly GivenQuestionnaire[];
  readonly drafts: readonly {
    readonly id: string;
    readonly questionnaire: string;
    readonly version: string;
    readonly interviewed: readonly string[] | null;
    readonly answers: Answers;
    readonly by: string;
    readonly on: string;
  }[];
  /** The child is alone and has no guardian yet: it is asked of its safety only. */
  readonly guardianFirst: boolean;
  readonly trafficking: 'identified' | 'suspected' | null;
}

export interface CaseDecision {
  readonly id: string;
  readonly status: string;
  readonly body: string;
  readonly bodyName: string;
  readonly decidedBy: string | null;
  readonly on: string;
  readonly act: readonly string[];
  readonly means: readonly string[];
  readonly exploitation: readonly string[];
  readonly items: readonly string[];
  readonly screening: string | null;
  readonly reasons: string;
  readonly reviewUntil: string | null;
  readonly accepted: boolean;
  readonly again: boolean;
  readonly stands: boolean;
  readonly reviews: readonly {
    readonly how: string;
    readonly askedOn: string;
    readonly because: string;
    readonly settled: { readonly outcome: string; readonly on: string; readonly bodyName: string; readonly because: string } | null;
  }[];
}

export interface CaseIdentification {
  readonly decisions: readonly CaseDecision[];
  readonly trafficking: 'identified' | 'suspected' | null;
  readonly again: boolean;
  readonly earlierCases: readonly { readonly id: string; readonly openedOn: string; readonly readable: boolean }[];
  readonly screenings: readonly {
    readonly id: string;
    readonly on: string;
    readonly questionnaire: string;
    readonly version: string;
    readonly result: string | null;
    readonly fired: readonly string[];
  }[];
}

/** A paper of a case; `file` is null where its content has not arrived, or was destroyed. */
export interface RaisedFlag {
  readonly id: string;
  readonly reason: string;
  readonly words: string;
  readonly by: string;
  readonly on: string;
  readonly due: string | null;
}
