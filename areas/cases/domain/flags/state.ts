import { Type } from 'typebox';
import { coded, type Data, field, fields, Id, Maybe, shown } from '../../../../platform/decider/index.ts';
import { flagReasons } from '../choices.ts';

export const maxMentions = 20;
/** Colleagues who are told of what is written: they stand beside the text, by id. */
export const mentionsKept = coded(Type.Optional(Type.Array(Id, { maxItems: maxMentions })), shown.told);

export const flagEvents = {
  'flag-raised': fields({
    flag: field.id,
    reason: field.word('flag-reason', flagReasons),
    by: field.id,
    on: field.date,
    /** By when it is to be settled. */
    due: field.dateIfAny,
    mentions: mentionsKept,
    words: field.prose,
  }),
  'flag-settled': fields({ flag: field.id, by: field.id, on: field.date, answer: field.prose }),
};

const { flag: id, mentions: _mentions, ...raised } = flagEvents['flag-raised'].properties;
/** What somebody who reads a case wants looked at, and what came of it. */
export const Flag = Type.Object({
  id,
  ...raised,
  due: Maybe(field.date),
  settled: Maybe(Type.Omit(flagEvents['flag-settled'], ['flag'])),
});
export type Flag = Data<typeof Flag>;
export type Flags = readonly Flag[];
