import { changed, refuse, without } from '../../../../platform/decider/index.ts';
import { command, definePart } from '../part.ts';
import { mayKeepPaper } from '../safety/consentFor.ts';
import { paperEvents } from '../state/papers.ts';

/** A file with more is a heap in which nothing is found. */
const mostPapers = 200;

/** Papers, photos and recordings. What they hold is kept sealed beside the log, and destroyed when one is removed; that it was there stays. */
export const papers = definePart(paperEvents)({
  slice: 'papers',
  initial: [],
  evolve: {
    'paper-attached': (slice, { type: _, paper: id, language = null, title = null, ...attached }) => [
      ...slice,
      { id, ...attached, language, title, removed: null },
    ],
    'paper-removed': (slice, { type: _, paper, ...removed }) => changed(slice, paper, { removed }),
  },
  commands: {
    'attach-paper': command({
      summary: 'Say what a paper, photo or recording is whose content is sent under the same id',
      by: 'team',
      input: without(paperEvents['paper-attached'], 'on', 'by'),
      decide(state, given, { today, actor }) {
        const known = state.papers.find(({ id }) => id === given.paper);
        if (known?.removed) return refuse('cases.paper-removed', {}, ['/paper']);
        if (known) return [];
        if (state.papers.filter(({ removed }) => !removed).length >= mostPapers)
          return refuse('cases.too-many-papers', { most: mostPapers });
        const closed = mayKeepPaper(state, given, today);
        if (closed) return closed;
        return [{ type: 'paper-attached', ...given, on: today, by: actor.id }];
      },
    }),
    'remove-paper': command({
      summary: 'Remove a paper with the reason: its content is destroyed, that it was there stays',
      in: ['open', 'closed'],
      by: 'worker',
      input: without(paperEvents['paper-removed'], 'on', 'by'),
      about: 'paper',
      decide: (_, given, { today, actor }, { removed }) => (removed ? [] : [{ type: 'paper-removed', ...given, on: today, by: actor.id }]),
    }),
  },
});
