import { Type } from 'typebox';
import { field, fields, Id, IdOf, narrative, Prose, refuse } from '../../../../platform/decider/index.ts';
import { linkKinds } from '../choices.ts';
import { command, definePart } from '../part.ts';
import type { Links } from '../state/links.ts';

const stamp = { on: field.date, by: field.id };
const kind = field.choice(linkKinds);
const without = (slice: Links, other: string): Links => ({ ...slice, cases: slice.cases.filter((one) => one.case !== other) });

/** Cases that belong together, the same from either side; and who is suspected in this one. */
export const links = definePart({
  'case-linked': fields({ other: field.id, kind, ...stamp, known: narrative(Type.Optional(Prose)) }),
  'case-link-heard': fields({ other: field.id, kind, ...stamp }),
  'case-unlinked': fields({ other: field.id, ...stamp, because: field.prose }),
  'case-unlink-heard': fields({ other: field.id, ...stamp }),
  'suspect-linked': fields({ suspect: field.id, carer: field.idIfAny }),
  'suspect-unlinked': fields({ suspect: field.id }),
})({
  slice: 'links',
  initial: { cases: [], suspects: [] },
  evolve: {
    'case-linked': (slice, { other, kind, on, by, known = null }) => ({
      ...slice,
      cases: [...slice.cases, { case: other, kind, on, by, own: true, known }],
    }),
    'case-link-heard': (slice, { other, kind, on, by }) => ({
      ...slice,
      cases: [...slice.cases, { case: other, kind, on, by, own: false, known: null }],
    }),
    'case-unlinked': (slice, { other }) => without(slice, other),
    'case-unlink-heard': (slice, { other }) => without(slice, other),
    'suspect-linked': (slice, { suspect, carer = null }) => ({
      ...slice,
      suspects: [...slice.suspects.filter((one) => one.suspect !== suspect), { suspect, carer }],
    }),
    'suspect-unlinked': (slice, { suspect }) => ({ ...slice, suspects: slice.suspects.filter((one) => one.suspect !== suspect) }),
  },
  commands: {
    'link-case': command({
      summary: 'Say that another case belongs together with this one, how, and what is known of it',
      by: 'worker',
      input: fields({ other: IdOf('cases.case'), kind, known: field.note }),
      decide(state, given, { actor, today: on }) {
        if (state.links.cases.some((one) => one.case === given.other)) return refuse('cases.linked-already', {}, ['/other']);
        return [{ type: 'case-linked', ...given, on, by: actor.id }];
      },
    }),
    'unlink-case': command({
      summary: 'Say that another case does not belong together with this one, and why',
      by: 'worker',
      input: fields({ other: field.id, because: field.prose }),
      decide(state, { other, because }, { actor, today: on }) {
        if (!state.links.cases.some((one) => one.case === other)) return refuse('cases.not-linked', {}, ['/other']);
        return [{ type: 'case-unlinked', other, on, by: actor.id, because }];
      },
    }),
    'hear-link': command({
      summary: 'Know that another case was linked with this one',
      in: ['open', 'closed'],
      by: 'system',
      input: fields({ other: field.id, kind }),
      decide(state, { other, kind }, { actor, today: on }) {
        const known = state.links.cases.find((one) => one.case === other);
        // Only a case that was linked with itself hears what it said.
        if (known?.own) return refuse('cases.link-with-itself', {}, ['/other']);
        return known ? [] : [{ type: 'case-link-heard', other, kind, on, by: actor.id }];
      },
    }),
    'hear-unlink': command({
      summary: 'Know that another case is linked with this one no more',
      in: ['open', 'closed'],
      by: 'system',
      input: fields({ other: field.id }),
      decide(state, { other }, { actor, today: on }) {
        return state.links.cases.some((one) => one.case === other) ? [{ type: 'case-unlink-heard', other, on, by: actor.id }] : [];
      },
    }),
    'hear-suspect': command({
      summary: 'Know that somebody is suspected in this case',
      in: ['open', 'closed'],
      by: 'system',
      input: fields({ suspect: field.id, carer: Type.Optional(Id) }),
      decide(state, given) {
        const known = state.links.suspects.find(({ suspect }) => suspect === given.suspect);
        return known && (known.carer !== null || given.carer === undefined) ? [] : [{ type: 'suspect-linked', ...given }];
      },
    }),
    'hear-no-suspect': command({
      summary: 'Know that somebody is suspected in this case no more',
      in: ['open', 'closed'],
      by: 'system',
      input: fields({ suspect: field.id }),
      decide(state, { suspect }) {
        return state.links.suspects.some((one) => one.suspect === suspect) ? [{ type: 'suspect-unlinked', suspect }] : [];
      },
    }),
  },
});
