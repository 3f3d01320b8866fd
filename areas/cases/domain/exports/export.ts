import { type Static, Type } from 'typebox';
import { coded, defineRecord, type EventOf, fields, Id, narrative, oneOf, Prose, refuse } from '../../../../platform/decider/index.ts';
import { riskLevels } from '../state/case.ts';

export const exportFormats = ['csv', 'xlsx', 'json', 'htcds'] as const;
/** How a file left: locked to a passphrase, to public keys, or in clear after a second question. */
const exportLocks = ['passphrase', 'recipients', 'plain'] as const;
/** Hours for which an export is kept. */
export const exportHours = 24;

/** Which cases: the same as the list of cases is narrowed by. */
export const Criteria = fields({
  status: Type.Optional(oneOf('open', 'closed')),
  overdue: Type.Optional(Type.Boolean()),
  unassigned: Type.Optional(Type.Boolean()),
  riskLevel: Type.Optional(oneOf(...riskLevels)),
  ward: Type.Optional(Type.String({ maxLength: 60 })),
});
export type Criteria = Static<typeof Criteria>;

const exportEvents = {
  'export-asked': fields({
    by: coded(Id),
    at: coded(Type.String()),
    format: coded(oneOf(...exportFormats)),
    criteria: coded(Criteria),
    because: narrative(Prose),
  }),
  'export-made': fields({ rows: coded(Type.Integer({ minimum: 0 })) }),
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
  readonly criteria: Criteria;
  readonly because: string;
  readonly rows: number | null;
  readonly taken: readonly { readonly by: string; readonly at: string; readonly lock: (typeof exportLocks)[number] }[];
}

/** An export of cases: who asked, why, for which, and how often and in what lock it left the house. The file is kept beside the log, for a day. */
export const exportRecord = defineRecord<ExportState, ExportEvent>({
  kind: 'cases.export',
  events: exportEvents,
  facts: (state) => ({ by: state.by, status: state.status }),
  evolve(state, event) {
    switch (event.type) {
      case 'export-asked': {
        const { by, at, format, criteria, because } = event;
        return { status: 'running', by, at, format, criteria, because, rows: null, taken: [] };
      }
      case 'export-made':
        return { ...state!, status: 'ready', rows: event.rows };
      case 'export-failed':
        return { ...state!, status: 'failed' };
      case 'export-taken':
        return { ...state!, taken: [...state!.taken, { by: event.by, at: event.at, lock: event.lock }] };
      case 'export-forgotten':
        return { ...state!, status: 'forgotten' };
    }
  },
  commands: {
    ask: {
      summary: 'Ask for a file of cases, and say why',
      input: fields({ format: oneOf(...exportFormats), criteria: Criteria, because: Prose }),
      decide(state, input, { actor, now }) {
        if (state) return refuse('cases.export-asked');
        const { format, criteria, because } = input as Pick<ExportState, 'format' | 'criteria' | 'because'>;
        return [{ type: 'export-asked', by: actor.id, at: now, format, criteria, because }];
      },
    },
    made: {
      summary: 'Say that the file is there (by the system)',
      input: fields({ rows: Type.Integer({ minimum: 0 }) }),
      decide: (state, input) =>
        state?.status === 'running'
          ? [{ type: 'export-made', rows: (input as { rows: number }).rows }]
          : state
            ? []
            : refuse('ledger.not-found'),
    },
    fail: {
      summary: 'Say that the file could not be made (by the system)',
      input: fields({}),
      decide: (state) => (state?.status === 'running' ? [{ type: 'export-failed' }] : state ? [] : refuse('ledger.not-found')),
    },
    take: {
      summary: 'Say that the file was taken out, and how it was locked',
      input: fields({ lock: oneOf(...exportLocks) }),
      decide(state, input, { actor, now }) {
        if (!state) return refuse('ledger.not-found');
        if (state.status === 'running') return refuse('cases.export-not-ready');
        if (state.status !== 'ready') return refuse('cases.export-gone');
        return [{ type: 'export-taken', by: actor.id, at: now, lock: (input as { lock: (typeof exportLocks)[number] }).lock }];
      },
    },
    forget: {
      summary: 'Destroy the file before its day is over',
      input: fields({}),
      decide: (state, _, { now }) =>
        !state ? refuse('ledger.not-found') : state.status === 'forgotten' ? [] : [{ type: 'export-forgotten', at: now }],
    },
  },
});
