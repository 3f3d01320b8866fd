import { Type } from 'typebox';
import { type Answer, contract, type Data, recordContract } from '../../../platform/contract/index.ts';
import { BornSchema, fields, Line, Maybe, oneOf } from '../../../platform/decider/index.ts';
import { pageContract } from '../../../platform/lists/contract.ts';
import { sayings, standings, suspectList, suspectRoles, suspectSexes } from '../domain/index.ts';
import { Glimpse } from './glimpse.ts';

const Text = Type.String();
const Roles = Type.Array(oneOf(...suspectRoles));
const Texts = Type.Array(Line, { maxItems: 10 });

const AlikeSuspect = Type.Object({
  /** Null where the reader may not see the record: they are told whom to call. */
  id: Maybe(Text),
  names: Type.Array(Text),
  roles: Roles,
  standing: oneOf(...standings),
  cases: Type.Integer(),
  workers: Type.Array(Text),
  /** `number`: the same telephone or account, a strong sign. */
  why: oneOf('number', 'name'),
});
export type AlikeSuspect = Data<typeof AlikeSuspect>;

export const listSuspects = pageContract(suspectList);

export const findAlike = contract({
  method: 'POST',
  path: '/api/suspects/alike',
  summary: 'Suspects who may be the same person, before a second record is made: by a name that sounds alike, a number or an account',
  may: ['note', 'suspects.suspect'],
  shows: 'identity',
  body: fields({ names: Texts, phones: Texts, accounts: Texts }),
  answer: Type.Object({ rows: Type.Array(AlikeSuspect) }),
});

export const readSuspect = recordContract({
  kind: 'suspects.suspect',
  summary: 'A suspect: who it is, what is known, in which cases, who may be the same person, what happened to the record',
  shows: 'identity',
  answer: {
    standing: oneOf(...standings),
    /** The record that this one was joined into. */
    into: Maybe(Text),
    said: Type.Array(Type.Object({ what: oneOf(...sayings), text: Text, wrong: Type.Boolean() })),
    known: Type.Array(Type.Object({ text: Text, on: Text, by: Text })),
    sex: Maybe(oneOf(...suspectSexes)),
    born: Maybe(BornSchema),
    roles: Roles,
    /** The person of the registers. */
    person: Maybe(Text),
    cases: Type.Array(
      Type.Object({
        ...Glimpse.properties,
        roles: Roles,
        on: Text,
        /** What the connection rests on, only where the reader may read the case: it may tell of the child. */
        bases: Type.Array(Text),
        /** Whether the reader may disconnect the suspect from it. */
        own: Type.Boolean(),
      }),
    ),
    takenUp: Type.Array(Text),
    alike: Type.Array(AlikeSuspect),
  },
});
export type Suspect = Answer<typeof readSuspect>;
