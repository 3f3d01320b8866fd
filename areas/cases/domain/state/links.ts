import { Type } from 'typebox';
import { coded, type Data, field, fields, Id, Maybe, narrative, Prose } from '../../../../platform/decider/index.ts';
import { linkKinds } from '../choices.ts';

const stamp = { on: field.date, by: field.id };
const heard = { other: field.id, kind: field.choice(linkKinds), ...stamp };
export const linkEvents = {
  'case-linked': fields({ ...heard, known: narrative(Type.Optional(Prose)) }),
  'case-link-heard': fields(heard),
  'case-unlinked': fields({ other: field.id, ...stamp, because: field.prose }),
  'case-unlink-heard': fields({ other: field.id, ...stamp }),
  'suspect-linked': fields({
    suspect: field.id,
    carer: field.idIfAny,
    /** When it became known here; left out in files from before it was kept. */
    at: coded(Type.Optional(Type.String())),
    /** Assessments of places in which the suspect is named. */
    assessments: coded(Type.Optional(Type.Array(Id))),
  }),
  'suspect-unlinked': fields({ suspect: field.id }),
};

const { other, ...linked } = heard;
/** Another case that belongs together with this one. */
const CaseLink = Type.Object({
  case: other,
  ...linked,
  /** Whether it was said here; else it was heard from the other case. */
  own: Type.Boolean(),
  /** What is known of it. It stands in the case in which it was written, so that it goes with that child. */
  known: Maybe(Prose),
});

/** What ties a case to others: cases that somebody linked, and suspects. */
export interface Links {
  readonly cases: readonly Data<typeof CaseLink>[];
  /** Suspects who are connected to the case, with the carer whom one of them is. What else is known of them is in their own records. */
  readonly suspects: readonly { readonly suspect: string; readonly carer: string | null; readonly assessments: readonly string[] }[];
  /** Carers who are or were suspects by such a record, and the last instant at which that became known: what they agreed to before is void. */
  readonly suspected: Readonly<Record<string, string>>;
}
