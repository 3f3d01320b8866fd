import { field, fields, IdOf, refuse, without } from '../../../../platform/decider/index.ts';
import { command, definePart } from '../part.ts';
import { isLikeNamed, isNamed, namesIn, suspectConsulted } from '../safety/suspectsAt.ts';
import { type Links, linkEvents } from '../state/links.ts';

const { kind } = linkEvents['case-linked'].properties;
const withLink = (slice: Links, link: Links['cases'][number]): Links => ({ ...slice, cases: [...slice.cases, link] });
const unlinked = (slice: Links, other: string): Links => ({ ...slice, cases: slice.cases.filter((one) => one.case !== other) });

/** Cases that belong together, the same from either side; and who is suspected in this one. */
export const links = definePart(linkEvents)({
  slice: 'links',
  initial: { cases: [], suspects: [], suspected: {} },
  evolve: {
    'case-linked': (slice, { type: _, other, known = null, ...linked }) => withLink(slice, { case: other, ...linked, own: true, known }),
    'case-link-heard': (slice, { type: _, other, ...linked }) => withLink(slice, { case: other, ...linked, own: false, known: null }),
    'case-unlinked': (slice, { other }) => unlinked(slice, other),
    'case-unlink-heard': (slice, { other }) => unlinked(slice, other),
    'suspect-linked': (slice, { suspect, carer = null, at, assessments = [] }) => ({
      ...slice,
      suspects: [...slice.suspects.filter((one) => one.suspect !== suspect), { suspect, carer, assessments }],
      suspected: carer === null || at === undefined ? slice.suspected : { ...slice.suspected, [carer]: at },
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
      input: without(linkEvents['case-unlinked'], 'on', 'by'),
      decide(state, { other, because }, { actor, today: on }) {
        if (!state.links.cases.some((one) => one.case === other)) return refuse('cases.not-linked', {}, ['/other']);
        return [{ type: 'case-unlinked', other, on, by: actor.id, because }];
      },
    }),
    'hear-link': command({
      summary: 'Know that another case was linked with this one',
      in: ['open', 'closed'],
      by: 'system',
      input: without(linkEvents['case-link-heard'], 'on', 'by'),
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
      input: without(linkEvents['case-unlink-heard'], 'on', 'by'),
      decide(state, { other }, { actor, today: on }) {
        return state.links.cases.some((one) => one.case === other) ? [{ type: 'case-unlink-heard', other, on, by: actor.id }] : [];
      },
    }),
    'hear-suspect': command({
      summary: 'Know that somebody is suspected in this case',
      in: ['open', 'closed'],
      by: 'system',
      input: without(linkEvents['suspect-linked'], 'at', 'assessments'),
      consults: ({ suspect }: { suspect: string }) => [suspectConsulted(suspect)],
      decide(state, given, context) {
        const known = state.links.suspects.find(({ suspect }) => suspect === given.suspect);
        const carer = known?.carer ?? given.carer;
        // Of each place what was found last: who is named there, and was no suspect then.
        const named = state.bestInterests.places.flatMap(({ kind, carer: responsible, assessment: { id, people, notSuspect } }) =>
          // Also where a name may be theirs, spelt otherwise: somebody looks at the place again and says whether it is.
          isNamed(context, given.suspect, namesIn(state, { kind, carer: responsible, people })) ||
          (!notSuspect &&
            isLikeNamed(
              context,
              given.suspect,
              (people ?? []).map(({ name }) => name),
            ))
            ? [id]
            : [],
        );
        const assessments = [...new Set([...(known?.assessments ?? []), ...named])];
        const news = !known || assessments.length > known.assessments.length || (known.carer === null && given.carer !== undefined);
        const found = { ...(carer ? { carer } : {}), ...(assessments.length > 0 ? { assessments } : {}) };
        return news ? [{ type: 'suspect-linked', suspect: given.suspect, ...found, at: context.now }] : [];
      },
    }),
    'hear-no-suspect': command({
      summary: 'Know that somebody is suspected in this case no more',
      in: ['open', 'closed'],
      by: 'system',
      input: linkEvents['suspect-unlinked'],
      decide(state, { suspect }) {
        return state.links.suspects.some((one) => one.suspect === suspect) ? [{ type: 'suspect-unlinked', suspect }] : [];
      },
    }),
  },
});
