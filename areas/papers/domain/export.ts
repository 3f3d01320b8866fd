import { type Static, Type } from 'typebox';
import {
  coded,
  command,
  consult,
  defineRecord,
  type EventOf,
  fields,
  Id,
  IdOf,
  identity,
  type Language,
  Line,
  languages,
  narrative,
  oneOf,
  Prose,
  refuse,
  shown,
} from '../../../platform/decider/index.ts';
import { codedFilters, mostChosen } from '../../../platform/lists/list.ts';
import { caseList } from '../../cases/domain/index.ts';
import { categories, type OrganisationState } from '../../partners/domain/index.ts';
import { audiences, type GoesTo } from './goingOut.ts';

/** What a row of the file is: a case, or something that a case has several of. */
export const exportTables = ['cases', 'goals', 'actions', 'visits'] as const;
export type ExportTable = (typeof exportTables)[number];
export const exportFormats = ['csv', 'xlsx', 'json', 'htcds'] as const;
/** How a file left: locked to a passphrase, to public keys, or in clear after a second question. */
const exportLocks = ['passphrase', 'recipients', 'plain'] as const;
/** Hours for which an export is kept. */
export const exportHours = 24;

/** Cases left out of a file that are named. */
export const maxNamed = 500;

/** Which cases: the same as the list of cases is narrowed by, or those that were chosen in it. */
const Criteria = fields({ ...codedFilters(caseList), cases: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: mostChosen })) });
type Criteria = Static<typeof Criteria>;

const exportEvents = {
  'export-asked': fields({
    by: coded(Id),
    at: coded(Type.String()),
    format: coded(oneOf(...exportFormats)),
    /** An export of before is one of cases. */
    table: coded(Type.Optional(oneOf(...exportTables))),
    criteria: coded(Criteria),
    // A child's name that the list was searched for.
    search: identity(Type.Optional(Line)),
    // An export of before is one for the office.
    forWhom: coded(Type.Optional(oneOf(...audiences))),
    kind: coded(Type.Optional(oneOf(...categories))),
    organisation: coded(Type.Optional(Id)),
    because: narrative(Prose, shown.prose),
    language: coded(Type.Optional(oneOf(...languages))),
  }),
  'export-made': fields({
    rows: coded(Type.Integer({ minimum: 0 }), shown.number),
    leftOut: coded(Type.Optional(Type.Integer({ minimum: 0 }))),
    // The first of those that were left out.
    left: coded(Type.Optional(Type.Array(Id, { maxItems: maxNamed }))),
  }),
  'export-failed': fields({}),
  'export-taken': fields({ by: coded(Id), at: coded(Type.String()), lock: coded(oneOf(...exportLocks)) }),
  'export-forgotten': fields({ at: coded(Type.String()) }),
};
export type ExportEvent = EventOf<typeof exportEvents>;

export interface ExportState {
  readonly status: 'running' | 'ready' | 'failed' | 'forgotten';
  readonly by: string;
  readonly at: string;
  readonly format: (typeof exportFormats)[number];
  readonly table: ExportTable;
  readonly criteria: Criteria;
  readonly search: string | null;
  readonly to: GoesTo;
  readonly because: string;
  /** Of the words of a workbook. */
  readonly language: Language;
  readonly rows: number | null;
  /** How many cases are not in it, because nobody agreed that they leave the office; the first of them. */
  readonly leftOut: number;
  readonly left: readonly string[];
  readonly taken: readonly { readonly by: string; readonly at: string; readonly lock: (typeof exportLocks)[number] }[];
}

const partner = 'partners.organisation';
const Asked = fields({
  format: oneOf(...exportFormats),
  table: Type.Optional(oneOf(...exportTables)),
  criteria: Criteria,
  search: Type.Optional(Line),
  forWhom: oneOf(...audiences),
  kind: Type.Optional(oneOf(...categories)),
  organisation: Type.Optional(IdOf(partner)),
  because: Prose,
  language: Type.Optional(oneOf(...languages)),
});
type Asked = Static<typeof Asked>;
const Made = fields({
  rows: Type.Integer({ minimum: 0 }),
  leftOut: Type.Optional(Type.Integer({ minimum: 0 })),
  left: Type.Optional(Type.Array(Id, { maxItems: maxNamed })),
});

/** An export of cases: who asked, why, for which, and how often and in what lock it left the house. The file is kept beside the log, for a day. */
export const exportRecord = defineRecord<ExportState, ExportEvent>()({
  kind: 'papers.export',
  events: exportEvents,
  facts: (state) => ({ by: state.by, status: state.status }),
  refusals: {
    existing: 'papers.export-asked',
    running: 'papers.export-not-ready',
    failed: 'papers.export-gone',
    forgotten: 'papers.export-gone',
  },
  // Taken by who asked for it alone.
  grants: { asker: { roles: ['supervisor', 'data-protection-officer'], where: ({ id }) => ({ by: id }) } },
  acts: { read: 'asker' },
  evolve(state, event) {
    switch (event.type) {
      case 'export-asked': {
        const {
          by,
          at,
          format,
          criteria,
          because,
          search = null,
          forWhom = 'office',
          kind = null,
          organisation = null,
          language = 'en',
          table = 'cases',
        } = event;
        const to = { forWhom, kind, organisation };
        return {
          status: 'running',
          by,
          at,
          format,
          table,
          criteria,
          search,
          to,
          because,
          language,
          rows: null,
          leftOut: 0,
          left: [],
          taken: [],
        };
      }
      case 'export-made':
        return { ...state!, status: 'ready', rows: event.rows, leftOut: event.leftOut ?? 0, left: event.left ?? [] };
      case 'export-failed':
        return { ...state!, status: 'failed' };
      case 'export-taken':
        return { ...state!, taken: [...state!.taken, { by: event.by, at: event.at, lock: event.lock }] };
      case 'export-forgotten':
        return { ...state!, status: 'forgotten' };
    }
  },
  commands: {
    ask: command({
      summary: 'Ask for a file of cases, and say why and for whom',
      in: 'new',
      by: 'asker',
      input: Asked,
      consults: ({ organisation: id }) => (id ? [{ kind: partner, id }] : []),
      decide(_state, { forWhom, kind: said, organisation, ...asked }, context) {
        const about = { type: 'export-asked' as const, by: context.actor.id, at: context.now, ...asked, forWhom };
        // What is said of a child part by part goes to a partner by a referral.
        if ((asked.table ?? 'cases') !== 'cases' && (forWhom !== 'office' || asked.format === 'htcds'))
          return refuse('papers.table-stays', {}, ['/table']);
        if (forWhom === 'office') return [about];
        // Who is named in the directory is of the kind that stands there.
        const known = organisation && consult<OrganisationState>(context, partner, organisation);
        const kind = known ? (known.category as Asked['kind']) : said;
        if (!kind) return refuse('papers.export-to-whom', {}, ['/kind']);
        return [{ ...about, kind, ...(organisation ? { organisation } : {}) }];
      },
    }),
    made: command({
      summary: 'Say that the file is there (by the system)',
      in: ['running'],
      already: ['ready', 'failed', 'forgotten'],
      by: 'system',
      input: Made,
      decide: (_, made) => [{ type: 'export-made', ...made }],
    }),
    fail: command({
      summary: 'Say that the file could not be made (by the system)',
      in: ['running'],
      already: ['ready', 'failed', 'forgotten'],
      by: 'system',
      input: fields({}),
      decide: () => [{ type: 'export-failed' }],
    }),
    take: command({
      summary: 'Say that the file was taken out, and how it was locked',
      in: ['ready'],
      by: 'asker',
      input: fields({ lock: oneOf(...exportLocks) }),
      decide: (_, { lock }, { actor, now }) => [{ type: 'export-taken', by: actor.id, at: now, lock }],
    }),
    forget: command({
      summary: 'Destroy the file before its day is over',
      in: ['running', 'ready', 'failed'],
      already: ['forgotten'],
      by: 'asker',
      input: fields({}),
      decide: (_, __, { now }) => [{ type: 'export-forgotten', at: now }],
    }),
  },
});
