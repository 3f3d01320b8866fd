import { Type } from 'typebox';
import { type Answer, contract } from '../../../platform/contract/index.ts';
import { BornSchema, fields, Id, Line, Maybe, oneOf } from '../../../platform/decider/index.ts';

export const findDuplicates = contract({
  method: 'POST',
  path: '/api/cases/duplicates',
  summary: 'Files that may be of the same child, before a second one is made: by the person, or by a name that sounds alike',
  may: ['raise', 'cases.concern'],
  shows: 'identity',
  body: fields({
    person: Type.Optional(Id),
    name: Type.Optional(Line),
    born: Type.Optional(BornSchema),
    except: Type.Optional(Id),
  }),
  answer: Type.Object({
    rows: Type.Array(
      Type.Object({
        kind: oneOf('case', 'concern'),
        id: Type.String(),
        name: Maybe(Type.String()),
        status: Type.String(),
        openedOn: Type.String(),
        why: oneOf('person', 'name'),
        readable: Type.Boolean(),
      }),
    ),
  }),
});
/** A file that may be of the same child. */
export type Duplicate = Answer<typeof findDuplicates>['rows'][number];

export const listCasesOfPersons = contract({
  method: 'POST',
  path: '/api/cases/of-persons',
  summary:
    'Which of some persons have a case that the reader may read, and who works on it: for linking the cases of a family or household',
  may: ['read', 'cases.case'],
  shows: 'identity',
  body: fields({ persons: Type.Array(Id, { maxItems: 100 }) }),
  answer: Type.Object({
    rows: Type.Array(Type.Object({ person: Type.String(), case: Type.String(), worker: Maybe(Type.String()), status: Type.String() })),
  }),
});
