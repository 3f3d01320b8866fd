import { Type } from 'typebox';
import { type Answer, contract } from '../../../platform/contract/index.ts';
import { fields, Id, IsoDate, Maybe } from '../../../platform/decider/index.ts';

const Count = Type.Integer();
/** What is to be done, and of whom. */
const task = {
  /** The address of the page on which it is done. */
  page: Type.String(),
  id: Type.String(),
  kind: Type.String(),
  name: Type.String(),
  /** What somebody wrote of it; other kinds of task have their words in the catalogues. */
  what: Maybe(Type.String()),
  /** The key of words of what it is about: in `task-of.<kind>`. */
  about: Maybe(Type.String()),
  overdue: Type.Boolean(),
};

export const readTeam = contract({
  method: 'POST',
  path: '/api/office/team',
  summary:
    'Who has room for a case, how the work is spread and where it waits: everybody who takes cases, what is overdue how long, what files lack; of all or of one worker',
  may: ['assign', 'cases.case'],
  body: fields({ worker: Type.Optional(Id) }),
  answer: Type.Object({
    /** How many open cases one worker has at most, as the city set it. */
    limit: Count,
    untouchedDays: Count,
    unseenDays: Count,
    /** Who has cases or could have: first the cases that nobody has, then the workers, most room first. */
    workers: Type.Array(
      Type.Object({
        /** Null: cases that nobody has. */
        worker: Maybe(Type.String()),
        open: Count,
        /** Cases that they can still take today: none while they are away. */
        room: Count,
        /** Tasks that fall due in the next seven days. */
        week: Count,
        away: Maybe(Type.Object({ from: Type.String(), until: Type.String() })),
        languages: Type.Array(Type.String()),
        wards: Type.Array(Type.String()),
        /** The wards in which their open cases are. */
        wardsOfCases: Type.Array(Type.String()),
        high: Count,
        medium: Count,
        low: Count,
        untouched: Count,
        flags: Count,
        /** Tasks that are overdue in these cases, those for a supervisor not counted; and the cases in which anything is. */
        overdue: Count,
        late: Count,
      }),
    ),
    /** By kind of task: how many are overdue, in how many cases, for how many days at most and in the middle. */
    waits: Type.Array(Type.Object({ kind: Type.String(), tasks: Count, cases: Count, longest: Count, middle: Count })),
    lacks: Type.Array(Type.Object({ lack: Type.String(), cases: Count })),
  }),
});

export type Team = Answer<typeof readTeam>;

export const readCalendar = contract({
  method: 'POST',
  path: '/api/office/calendar',
  summary: 'What is due in a span of days: the reader’s, or for who assigns cases that of a worker or of all; of a single day everything',
  may: ['read', 'cases.case'],
  shows: 'identity',
  body: fields({ from: IsoDate, until: IsoDate, of: Type.Optional(Type.Union([Type.Literal('everybody'), Id])) }),
  answer: Type.Object({
    /** Overdue before the span: the same reader or worker. */
    earlier: Count,
    days: Type.Array(
      Type.Object({
        day: Type.String(),
        /** All that is due on the day; `tasks` may name fewer. */
        total: Count,
        tasks: Type.Array(
          Type.Object({
            /** The case; for a visit to a child at risk that child's record. */
            record: Type.String(),
            ...task,
            who: Maybe(Type.String()),
          }),
        ),
      }),
    ),
  }),
});

export type CalendarDay = Answer<typeof readCalendar>['days'][number];
