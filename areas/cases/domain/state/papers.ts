import { Type } from 'typebox';
import { coded, type Data, field, fields, Line, Maybe, narrative } from '../../../../platform/decider/index.ts';
import { paperAbouts, paperKinds } from '../choices.ts';

/** BCP 47, of what is written or said in a paper. */
const Language = Type.String({ pattern: '^[a-z]{2,3}(-[A-Za-z]{2,4})?$' });
export const paperEvents = {
  'paper-attached': fields({
    paper: field.id,
    kind: field.choice(paperKinds),
    about: field.choice(paperAbouts),
    language: coded(Type.Optional(Language)),
    title: narrative(Type.Optional(Line)),
    on: field.date,
    by: field.id,
  }),
  'paper-removed': fields({ paper: field.id, on: field.date, by: field.id, because: field.prose }),
};

const { paper: id, ...attached } = paperEvents['paper-attached'].properties;
/** A paper of a case, a photo or a recording; what it holds is kept beside the log. */
const Paper = Type.Object({
  id,
  ...attached,
  language: Maybe(Language),
  title: Maybe(Line),
  /** Set where its content was destroyed: when, by whom and why. */
  removed: Maybe(Type.Omit(paperEvents['paper-removed'], ['paper'])),
});
export type Paper = Data<typeof Paper>;
export type Papers = readonly Paper[];
