import { Type } from 'typebox';
import { type Answer, contract, recordContract } from '../../../platform/contract/index.ts';
import { fields, Id, Maybe, oneOf, Prose } from '../../../platform/decider/index.ts';
import { ListedPerson, SourceRow } from './shown.ts';

const Because = Type.Optional(Prose);
const Joined = Type.Object({
  /** The person as it stands now, and the one split off or taken up. */
  person: Type.String(),
  other: Type.String(),
});

/** A date of the person's life, as a row of a register has it. */
const LifeDate = Type.Object({
  on: Type.String(),
  /** A field of a register: `vaccine_bcg`. */
  what: Type.String(),
  register: Type.String(),
  entry: Type.String(),
});

export const readPerson = recordContract({
  kind: 'people.person',
  summary: 'A person: names by script, rows of registers and why they are thought to be one person, household, family, what happened when',
  shows: 'identity',
  answer: {
    ...ListedPerson.properties,
    /** The same names, by the script they are written in. */
    scripts: Type.Array(Type.Object({ script: Type.String(), names: Type.Array(Type.String()) })),
    phones: Type.Array(Type.String()),
    /** True where a case says that the home, or a number, must not be called: those are not shown then. */
    doNotCall: Type.Boolean(),
    address: Maybe(Type.String()),
    rows: Type.Array(SourceRow),
    household: Type.Array(ListedPerson),
    /** By which lists are narrowed to the household; null where no register says of one. */
    householdId: Maybe(Type.String()),
    /** Its number in the household register. */
    householdNumber: Maybe(Type.String()),
    /** Children of parents with the same names who do not stand in the same household. */
    siblings: Type.Array(ListedPerson),
    /** The latest first. */
    life: Type.Array(LifeDate),
    /** What the reader may correct: rows that are somebody else's, two persons who are one. */
    corrections: Type.Array(oneOf('split', 'merge')),
  },
});

export const splitPerson = contract({
  method: 'POST',
  path: '/api/people/person/{id}/split',
  summary: 'Say that rows of a person are somebody else: they become a person of their own, now and in every later linkage',
  may: ['judge', 'people.pair'],
  body: fields({ entries: Type.Array(Id, { minItems: 1, maxItems: 100 }), because: Because }),
  answer: Joined,
});

export const mergePersons = contract({
  method: 'POST',
  path: '/api/people/person/{id}/merge',
  summary: 'Say that two persons are one: the rows of the other are taken up, now and in every later linkage',
  may: ['judge', 'people.pair'],
  body: fields({ other: Id, because: Because }),
  answer: Joined,
});

export const searchPeople = contract({
  method: 'POST',
  path: '/api/people/search',
  summary: 'People whose name sounds like the text, in any script, or who have the number; the most alike first',
  may: ['read', 'people.person'],
  shows: 'identity',
  body: fields({
    text: Type.String({ maxLength: 200 }),
    ward: Type.Optional(Type.String({ maxLength: 60 })),
    bornFrom: Type.Optional(Type.Integer()),
    bornTo: Type.Optional(Type.Integer()),
    /** No more than so many: who only wants the likeliest is shown no others. */
    most: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
  }),
  answer: Type.Object({ rows: Type.Array(ListedPerson), more: Type.Boolean() }),
});

export type Person = Answer<typeof readPerson>;
