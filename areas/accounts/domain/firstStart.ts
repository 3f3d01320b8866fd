import { coded, command, defineRecord, type EventOf, field, fields, oneOf } from '../../../platform/decider/index.ts';

/** What is to be done before an office works with Olle, in this order. */
export const firstSteps = ['key-file', 'wards', 'users', 'second-factor', 'register', 'areas'] as const;
export type FirstStep = (typeof firstSteps)[number];
/** Steps that leave no trace in Olle: somebody says that they are done. */
const saidSteps = ['key-file', 'areas'] as const satisfies readonly FirstStep[];

const events = { 'step-confirmed': fields({ step: field.word('first-step', saidSteps), by: field.id, on: field.date }) };
type FirstStartEvent = EventOf<typeof events>;

/** The steps of the first start that somebody said are done, and who when. */
export interface FirstStartState {
  readonly confirmed: readonly { readonly step: (typeof saidSteps)[number]; readonly by: string; readonly on: string }[];
}

export const firstStartRecord = defineRecord<FirstStartState, FirstStartEvent>()({
  kind: 'accounts.first-start',
  single: true,
  events,
  facts: () => ({}),
  grants: { administrator: { roles: ['administrator'], fixed: true } },
  acts: { read: 'administrator' },
  evolve: (state, { type, ...confirmed }) => ({ confirmed: [...(state?.confirmed ?? []), confirmed] }),
  commands: {
    confirm: command({
      summary: 'Say that a step of the first start is done that leaves no trace in Olle',
      in: 'new-or-existing',
      by: 'administrator',
      input: fields({ step: coded(oneOf(...saidSteps)) }),
      decide: (state, { step }, { today, actor }) =>
        state?.confirmed.some((one) => one.step === step) ? [] : [{ type: 'step-confirmed' as const, step, by: actor.id, on: today }],
    }),
  },
});
