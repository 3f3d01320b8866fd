import { Type } from 'typebox';
import { type Answer, contract } from '../../../platform/contract/index.ts';
import { fields, Id, Maybe, oneOf } from '../../../platform/decider/index.ts';
import { canonicalFields } from '../domain/canonical.ts';
import { MendedWords } from '../domain/cells/words.ts';
import { Register } from '../domain/entry.ts';
import { Calendar, Counts, DateOrder, EncodingName, reading } from '../domain/import.ts';

/** Why a person should look before dates are read. */
const DateDoubt = oneOf('order', 'both-orders', 'half-converted', 'calendar', 'unread', 'ages');

export const sendFile = contract({
  method: 'POST',
  path: '/api/registers/uploads',
  summary: 'Send a file (application/octet-stream; its name in the header x-file-name, percent-encoded)',
  may: ['upload', 'registers.import'],
  answer: Type.Object({ id: Id, bytes: Type.Integer() }),
  input: 'stream',
});

export const proposeColumns = contract({
  method: 'POST',
  path: '/api/registers/uploads/{id}/proposal',
  summary: 'What an uploaded file holds, and what its columns seem to mean',
  may: ['upload', 'registers.import'],
  shows: 'identity',
  // A sheet may be called after a child.
  body: fields({ sheet: Type.Optional(Type.String({ maxLength: 200 })), encoding: Type.Optional(EncodingName) }),
  answer: Type.Object({
    fileName: Type.String(),
    encoding: Type.Union([EncodingName, Type.Literal('xlsx')]),
    lettersLost: Type.Boolean(),
    delimiter: Type.String(),
    sheets: Type.Array(Type.Object({ name: Type.String(), hidden: Type.Boolean() })),
    sheet: Maybe(Type.String()),
    mended: Type.Boolean(),
    register: Register,
    headers: Type.Array(Type.String()),
    samples: Type.Array(Type.Array(Type.String())),
    mapping: Type.Array(
      Type.Object({
        column: Type.Integer(),
        field: oneOf(...canonicalFields),
        confidence: Type.Number(),
        dateOrder: Type.Optional(DateOrder),
        calendar: Type.Optional(Calendar),
        doubt: Type.Optional(Maybe(DateDoubt)),
      }),
    ),
    dateOrder: DateOrder,
    calendar: Calendar,
    doubt: Maybe(DateDoubt),
    /** Columns that count the rows of the list: no number of a row's own. */
    counting: Type.Array(Type.Integer()),
    /** Columns that the program of a form wrote, about the form and not about the child. */
    metadata: Type.Array(Type.Integer()),
    profile: Maybe(Type.Object({ id: Type.String(), name: Type.String(), whole: Type.Boolean(), words: MendedWords })),
  }),
});

export const dryRun = contract({
  method: 'POST',
  path: '/api/registers/uploads/{id}/dry-run',
  summary:
    'What importing an uploaded file would do; nothing is written. Lines of JSON: { stage, done, total } as it goes, { counts, setAside, unread, unreadOthers } or a problem { code, detail } at the end',
  may: ['start', 'registers.import'],
  body: fields(reading),
  answer: Type.Object({
    counts: Counts,
    setAside: Type.Array(Type.Object({ row: Type.Integer(), column: Type.String(), reason: Type.String(), cell: Type.String() })),
    /** Words that cannot be read, the most frequent first; `aside` where their rows are set aside for them. */
    unread: Type.Array(Type.Object({ field: oneOf(...canonicalFields), word: Type.String(), rows: Type.Integer(), aside: Type.Boolean() })),
    /** Cells with other words than these. */
    unreadOthers: Type.Integer(),
  }),
  underWay: Type.Object({ stage: Type.String(), done: Type.Integer(), total: Maybe(Type.Integer()) }),
});

export const readDates = contract({
  method: 'POST',
  path: '/api/registers/read-dates',
  summary: 'How dates as a register writes them are read under an order and a calendar; null where they cannot be',
  may: ['upload', 'registers.import'],
  body: fields({
    cells: Type.Array(Type.String({ maxLength: 200 }), { maxItems: 20 }),
    dateOrder: DateOrder,
    calendar: Calendar,
  }),
  answer: Type.Object({ dates: Type.Array(Maybe(Type.String())) }),
});

export type Proposal = Answer<typeof proposeColumns>;
export type DryRun = Answer<typeof dryRun>;
