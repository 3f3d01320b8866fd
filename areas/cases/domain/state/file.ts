import { Type } from 'typebox';
import { BornSchema, coded, type EventOf, field, fields, Id, identity, Maybe, oneOf, shown } from '../../../../platform/decider/index.ts';
import { type caseStatuses, closeReasons, riskLevels, sources } from '../choices.ts';
import { mentionsKept } from '../flags/state.ts';

const riskLevel = field.word('risk', riskLevels);
/** The file itself: whose it is, who has it, how grave it is, whether it is open. */
export const fileEvents = {
  'case-opened': fields({
    person: field.idOrNone,
    source: field.choice(sources),
    riskLevel,
    ward: coded(Maybe(Type.String({ maxLength: 60 }))),
    born: identity(Maybe(BornSchema)),
    worker: field.idOrNone,
    name: field.name,
    concern: field.prose,
    on: field.date,
    /** Of which country the laws are; left out in files from before it was kept. */
    country: coded(Type.Optional(Type.String({ pattern: '^[A-Z]{2}$' }))),
    /** Until when something must have been done, by the city's limits. */
    firstDue: field.dateIfAny,
    assessmentDue: field.dateIfAny,
    planDue: field.dateIfAny,
  }),
  'child-identified': fields({ person: field.id, by: field.id }),
  'person-followed': fields({ from: field.id, person: field.id, double: field.yes }),
  'case-assigned': fields({
    worker: coded(Maybe(Id), shown.user),
    by: field.id,
    /** Who had it; left out in files from before it was kept. */
    from: coded(Type.Optional(Maybe(Id))),
    /** Lent because of that leave or, where it was lent because of it already, given back. */
    leave: field.idIfAny,
  }),
  'case-kept': fields({ leave: field.id, by: field.id }),
  'risk-level-changed': fields({ riskLevel, because: field.prose }),
  noted: fields({ mentions: mentionsKept, text: field.prose }),
  'case-closed': fields({
    reason: field.word('close-reason', closeReasons),
    on: field.date,
    by: field.id,
    summary: field.prose,
    /** Whether the child was seen while the case was open; left out in files from before it was kept. */
    seen: coded(Type.Optional(oneOf('yes', 'no')), shown.word('child-seen')),
  }),
  'case-reopened': fields({ on: field.date, because: field.prose }),
};
export type FileEvent = EventOf<typeof fileEvents>;
type Opened = Extract<FileEvent, { type: 'case-opened' }>;
type Closed = Extract<FileEvent, { type: 'case-closed' }>;

/** What the file itself says of a case. `born` is as it was said at the opening; what was found out since is in `safeguards.age`. */
export interface FileState extends Readonly<Pick<Opened, 'person' | 'name' | 'ward' | 'born' | 'source' | 'riskLevel' | 'worker'>> {
  readonly status: (typeof caseStatuses)[number];
  /** The person under whose key the case is sealed; null where it is under its own. */
  readonly sealedFor: string | null;
  /** True where its person was joined with one who had an open case already: the child has two files, until one is closed. */
  readonly double: boolean;
  /** Because of which leaves it is with a substitute, and whose it was before each; the last is the one it is lent for now. */
  readonly lent: readonly { readonly leave: string; readonly of: string }[];
  readonly openedOn: string;
  /** Of which country the laws are; null in files from before it was kept. */
  readonly country: string | null;
  /** Until when something must have been done first; null in files from before there were limits. */
  readonly firstDue: string | null;
  readonly closedOn: string | null;
  readonly closeReason: Closed['reason'] | null;
  /** The dangers that were open when it was closed, by their keys: what is told later is none of them. */
  readonly dangersAtClosing: readonly string[];
  /** It was closed, and nobody had seen the child. */
  readonly closedUnseen: boolean;
}
