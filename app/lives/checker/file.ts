import type { Decided, Determined, Emergency, Ground, House, Person, PlannedVisit, Screening, Staying, Word } from './kept.ts';
import type { EventOfType, Told } from './told.ts';

// The checker reads events and keeps what they say in its own words. It uses nothing of the rules that it checks.

/** What is known of a child after some of the events. */
export class ChildFile {
  openedOn = '';
  born: { first: string; last: string } | null = null;
  /** As it was said at the opening. */
  bornAtOpening: { first: string; last: string } | null = null;
  /** On what the age rests that was recorded since; empty where none was. */
  ageBy = '';
  disputed = false;
  conflict = false;
  readonly grounds = new Map<string, Ground>();
  /** Cases of the same child, as this one says. */
  readonly otherCases = new Set<string>();
  /** By carer, the last instant at which a record of a suspect came to be of them. */
  readonly recordedAt = new Map<string, string>();
  readonly referred = new Map<string, { organisation: string; service: string }>();
  situation: string | null = null;
  readonly people = new Map<string, Person>();
  guardian: { id: string; since: string; basis: string } | null = null;
  readonly words: Word[] = [];
  readonly emergencies = new Map<string, Emergency>();
  readonly houses = new Map<string, House>();
  readonly stays: Staying[] = [];
  readonly tracings = new Map<string, string>();
  prepared: readonly string[] = [];
  closedAs: string | null = null;
  /** Alarms that were told of while the case was closed. */
  readonly toldLate = new Set<string>();
  /** The last day on which the child was handed over to their family. */
  handedOver = '';
  /** Visits that were planned, until they are made. */
  readonly planned = new Map<string, PlannedVisit>();
  readonly determined: Determined[] = [];
  solution: { solution: string; determination: string; on: string } | null = null;
  readonly screenings = new Map<string, Screening>();
  /** Alarms that questionnaires raised and nothing has answered: by questionnaire and alarm, with the days on which it was asked and written. */
  readonly alarms = new Map<string, { alarm: string; on: string }>();
  /** In the order in which they were written. */
  readonly screeningOrder: string[] = [];
  readonly decided: Decided[] = [];
  /** Decisions against which a review runs. */
  readonly underReview = new Set<string>();
  readonly visits = new Map<string, { on: string; seen: boolean }>();
  /** Days on which the child answered questions. */
  readonly spoken: string[] = [];
  followUp: { since: string; months: number } | null = null;
  readonly steps: { on: string; leastSteps: number; leastDays: number }[] = [];
  declined: EventOfType<'services-declined'> | null = null;
  readonly asked = new Map<string, { subject: string; reason: string | undefined; by: string }>();
  /** The last word of a supervisor on closing since the case was closed last. */
  approved: { reason: string | undefined; verdict: string; by: string; askedBy: string; roles: readonly string[] } | null = null;
  readonly safetyFlags = new Set<string>();
  endingChild: string | null = null;
  readonly goals = new Map<string, string>();
  /** What was found out of each domain, in the order in which it was written down. */
  readonly fared: { readonly answering: string; readonly domain: string; readonly on: string; readonly urgent: boolean }[] = [];

  /** Takes what was written into account. */
  take({ event, day, at, by, roles }: Told): void {
    switch (event.type) {
      case 'case-opened':
        this.openedOn = event.on;
        this.born = event.born;
        this.bornAtOpening = event.born;
        break;
      case 'age-recorded':
        this.disputed = event.disputed;
        this.ageBy = event.basis;
        if (event.born) this.born = spanOf(event.born);
        break;
      case 'situation-recorded':
        this.situation = event.situation;
        break;
      case 'carer-recorded': {
        const { carer: id, name, relation, livesWithChild: home } = event;
        const known = this.people.get(id);
        const blank = { marked: false, linked: false, suspectedAt: [], authorityTaken: false };
        this.people.set(id, { ...blank, ...known, id, name, relation, home });
        break;
      }
      case 'carer-suspected':
        this.#person(event.carer, (one) => Object.assign(one, { marked: true, suspectedAt: [...one.suspectedAt, event.at] }));
        break;
      case 'carer-cleared':
        this.#person(event.carer, (one) => Object.assign(one, { marked: false }));
        break;
      case 'conflict-recorded':
        this.conflict = true;
        break;
      case 'conflict-ended':
        this.conflict = false;
        break;
      case 'case-linked':
        if (event.kind === 'same-child') this.otherCases.add(event.other);
        break;
      case 'case-unlinked':
        this.otherCases.delete(event.other);
        break;
      case 'suspect-linked':
        if (event.carer) {
          this.#person(event.carer, (one) => Object.assign(one, { linked: true }));
          this.recordedAt.set(event.carer, at);
        }
        this.#links.set(event.suspect, event.carer ?? null);
        break;
      case 'suspect-unlinked': {
        const carer = this.#links.get(event.suspect);
        this.#links.delete(event.suspect);
        if (carer && ![...this.#links.values()].includes(carer)) this.#person(carer, (one) => Object.assign(one, { linked: false }));
        break;
      }
      case 'authority-recorded':
        this.#person(event.carer, (one) => Object.assign(one, { authorityTaken: event.authority === 'taken' }));
        break;
      case 'guardian-named':
        this.guardian = { id: event.carer, since: event.since, basis: event.basis };
        break;
      case 'guardian-ended':
        this.guardian = null;
        break;
      case 'consent-given':
      case 'consent-refused':
      case 'child-not-asked': {
        const { consent: id, who, purpose, partner, on, until, assentFromAge: askedFromAge, ownConsentFromAge: aloneFromAge = 18 } = event;
        const answer = ({ 'consent-given': 'given', 'consent-refused': 'refused', 'child-not-asked': 'unable' } as const)[event.type];
        this.words.push({ id, who, purpose, partner, answer, on, until, at: event.at, askedFromAge, aloneFromAge, withdrawnOn: null });
        break;
      }
      case 'consent-withdrawn':
        for (const word of this.words) if (word.id === event.consent) word.withdrawnOn = event.on;
        break;
      case 'emergency-invoked': {
        const { purpose, on, until, reviewDue: due } = event;
        this.emergencies.set(event.emergency, { purpose, on, until, due, reviewedOn: null, upheld: false });
        break;
      }
      case 'emergency-reviewed':
        Object.assign(this.emergencies.get(event.emergency)!, { reviewedOn: event.on, upheld: event.upheld });
        break;
      case 'basis-recorded': {
        const { kind, purposes, partner, on, until, reviewDue: due } = event;
        this.grounds.set(event.basis, { kind, purposes, partner, on, until, due, upheld: null, endedOn: null });
        break;
      }
      case 'basis-reviewed':
        this.grounds.get(event.basis)!.upheld = event.upheld;
        break;
      case 'basis-ended':
        this.grounds.get(event.basis)!.endedOn = event.on;
        break;
      case 'referral-made':
        this.referred.set(event.referral, { organisation: event.organisation, service: event.service });
        break;
      case 'place-assessed': {
        const { place, kind, carer, country, jointlyWith, on, until, result, people = [] } = event;
        const looked = [...(this.houses.get(place)?.looked ?? []), { on, until, result, people: people.map(({ name }) => name) }];
        this.houses.set(place, { kind, carer, country, jointly: jointlyWith !== '', looked });
        break;
      }
      case 'best-interests-determined': {
        const { determination: id, hearing: heard, childView: view, on, reviewOn, solution } = event;
        const others = this.determined.filter((one) => one.id !== id);
        this.determined.splice(0, this.determined.length, ...others, { id, heard, view, on, reviewOn, solution });
        break;
      }
      case 'solution-decided':
        this.solution = event;
        break;
      case 'child-placed':
      case 'child-placed-in-emergency':
        this.#stays({ kind: event.kind, place: event.place, from: event.from, emergency: event.type === 'child-placed-in-emergency' });
        break;
      case 'whereabouts-recorded':
        // Said late of a time before the child came into danger, it is not where they are.
        if (inDanger(this.stays.at(-1)) && event.since < this.stays.at(-1)!.from && !inDanger({ kind: event.fact, how: '' })) break;
        this.#stays({ kind: event.fact, from: event.since });
        break;
      case 'child-left':
        this.#stays({ kind: 'away', from: event.on, how: event.how });
        break;
      case 'returned':
        this.handedOver = event.on;
        this.#stays({ kind: 'home', place: event.place, from: event.on });
        this.prepared = [];
        break;
      case 'tracing-requested':
        this.tracings.set(event.tracing, 'searching');
        break;
      case 'tracing-went-on':
        this.tracings.set(event.tracing, event.step);
        break;
      case 'return-prepared':
        this.prepared = event.done;
        break;
      case 'danger-answered':
        this.alarms.delete(`${event.danger} ${event.alarm}`);
        break;
      case 'questionnaire-answered':
        // On one day the dangerous word counts, whichever was written first.
        for (const [key, { alarm, on }] of this.alarms)
          if (event.on > on && (event.answered as readonly string[]).includes(alarm)) this.alarms.delete(key);
        for (const alarm of event.alarms) {
          this.alarms.set(`${event.answering} ${alarm}`, { alarm, on: day });
          if (this.closedAs !== null) this.toldLate.add(`${event.answering} ${alarm}`);
        }
        if (event.interviewed.includes('child') && event.on >= this.openedOn && event.on >= (this.born?.first ?? '')) this.spoken.push(event.on); // biome-ignore format: one thought
        // What a visit finds is judged where visits are.
        for (const { domain, score, red } of event.purpose === 'screening' ? [] : event.domains) {
          const urgent = event.purpose === 'assessment' && (red || (score ?? 4) <= 1);
          if (score !== null || red) this.fared.push({ answering: event.answering, domain, on: event.on, urgent });
        }
        if (event.purpose === 'screening') {
          this.screenings.set(event.answering, { on: event.on, ...resultOf(event.result) });
          this.screeningOrder.push(event.answering);
        }
        break;
      case 'answers-amended': {
        const known = this.screenings.get(event.answering);
        // What it found once stays found, whatever a correction says.
        if (known) Object.assign(known, { ...resultOf(event.result), finds: known.finds || resultOf(event.result).finds });
        break;
      }
      case 'identification-recorded':
        this.decided.push({ id: event.decision, on: event.on, victim: event.status !== 'not-a-victim', setAside: false });
        break;
      case 'review-asked':
        this.underReview.add(event.decision);
        break;
      case 'review-settled':
        this.underReview.delete(event.decision);
        if (event.outcome === 'set-aside') for (const one of this.decided) if (one.id === event.decision) one.setAside = true;
        break;
      case 'follow-up-begun':
        this.#planAnew(event);
        this.followUp = { since: event.since, months: event.stableMonths };
        break;
      case 'visit-added':
        this.planned.set(event.visit, { days: [event.due], dropped: false, agreed: false });
        break;
      case 'visit-moved':
        this.#visit(event.visit, ({ days }) => ({ days: [...days, event.due], agreed: false }));
        break;
      case 'visit-dropped':
        this.#visit(event.visit, () => ({ dropped: true, agreed: false }));
        break;
      case 'visit-reviewed':
        this.#visit(event.visit, () => ({ agreed: event.upheld }));
        break;
      case 'visit-made':
        this.planned.delete(event.visit);
        this.visits.set(event.visit, { on: event.on, seen: event.outcome === 'seen' });
        break;
      case 'visit-corrected':
        this.visits.set(event.visit, { ...this.visits.get(event.visit)!, seen: event.outcome === 'seen' });
        break;
      case 'search-step-recorded':
        this.steps.push(event);
        break;
      case 'services-declined':
        this.declined = event;
        break;
      case 'approval-asked':
        this.asked.set(event.approval, { subject: event.subject, reason: event.reason, by: event.by });
        break;
      case 'approval-given': {
        const asked = this.asked.get(event.approval)!;
        if (asked.subject === 'closure') this.approved = { reason: asked.reason, verdict: event.verdict, by, askedBy: asked.by, roles };
        break;
      }
      case 'case-closed':
        this.approved = null;
        this.closedAs = event.reason;
        break;
      case 'case-reopened':
        this.closedAs = null;
        this.toldLate.clear();
        break;
      case 'flag-raised':
        if (event.reason === 'safety') this.safetyFlags.add(event.flag);
        break;
      case 'flag-settled':
        this.safetyFlags.delete(event.flag);
        break;
      case 'ending-agreed':
        this.endingChild = event.child;
        break;
      case 'goal-set':
        this.goals.set(event.goal, 'open');
        break;
      case 'goal-settled':
        this.goals.set(event.goal, event.how);
        break;
    }
  }

  #visit(id: string, change: (one: PlannedVisit) => Partial<PlannedVisit>): void {
    const known = this.planned.get(id);
    if (known) Object.assign(known, change(known));
  }
  /** The visit that was next becomes the first of the new ones, unless the child was handed over that day; those after it are planned anew. */
  #planAnew({ since, visits }: EventOfType<'follow-up-begun'>): void {
    const open = [...this.planned].filter(([, { dropped }]) => !dropped);
    const [next] = open.map(([, { days }]) => days).sort((a, b) => a.at(-1)!.localeCompare(b.at(-1)!));
    for (const [id] of open) this.planned.delete(id);
    visits.forEach(({ id, due }, i) => {
      const before = i === 0 && next && this.handedOver !== since ? next : [];
      this.planned.set(id, { days: [...before, due], dropped: false, agreed: false });
    });
  }

  readonly #links = new Map<string, string | null>();
  #person(id: string, change: (one: Person) => void): void {
    const known = this.people.get(id);
    if (known) change(known);
  }
  #stays(stay: Partial<Staying> & Pick<Staying, 'kind' | 'from'>): void {
    this.stays.push({ place: null, how: '', emergency: false, ...stay });
  }
}

/** Where a child is in danger, as far as it was written down. */
const inDanger = (stay: Pick<Staying, 'kind' | 'how'> | undefined): boolean =>
  stay !== undefined &&
  (['detention', 'with-employer', 'street', 'unsafe-home', 'unknown'].includes(stay.kind) ||
    (stay.kind === 'away' && stay.how !== 'moved-out'));

const resultOf = (result: string | null) => ({ finds: result === 'presumed' || result === 'signs', clears: result === 'no-indication' });

/** The first and the last day that a date can mean of which a part is not known. */
function spanOf(date: string): { first: string; last: string } {
  const [year, month, day] = date.split('-');
  if (day) return { first: date, last: date };
  if (!month) return { first: `${year}-01-01`, last: `${year}-12-31` };
  const end = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return { first: `${date}-01`, last: `${date}-${end}` };
}
