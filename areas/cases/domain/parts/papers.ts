import { Type } from 'typebox';
import { changed, coded, field, fields, Line, narrative, refuse } from '../../../../platform/decider/index.ts';
import { paperAbouts, paperKinds } from '../choices.ts';
import { command, definePart } from '../part.ts';

/** A file with more is a heap in which nothing is found. */
const mostPapers = 200;
const Language = Type.String({ pattern: '^[a-z]{2,3}(-[A-Za-z]{2,4})?$' });
const described = {
  paper: field.id,
  kind: field.choice(paperKinds),
  about: field.choice(paperAbouts),
  language: coded(Type.Optional(Language)),
  title: narrative(Type.Optional(Line)),
};

/** Papers, photos and recordings. What they hold is kept sealed beside the log, and destroyed when one is removed; that it was there stays. */
export const papers = definePart({
  'paper-attached': fields({ ...described, on: field.date, by: field.id }),
  'paper-removed': fields({ paper: field.id, on: field.date, by: field.id, because: field.prose }),
})({
  slice: 'papers',
  initial: [],
  evolve: {
    'paper-attached': (slice, { paper: id, kind, about, language = null, on, by, title = null }) => [
      ...slice,
      { id, kind, about, language, title, on, by, removed: null },
    ],
    'paper-removed': (slice, { paper, on, by, because }) => changed(slice, paper, { removed: { on, by, because } }),
  },
  commands: {
    'attach-paper': command({
      summary: 'Say what a paper, photo or recording is whose content is sent under the same id',
      by: 'team',
      input: fields(described),
      decide(state, given, { today, actor }) {
        const known = state.papers.find(({ id }) => id === given.paper);
        if (known?.removed) return refuse('cases.paper-removed', {}, ['/paper']);
        if (known) return [];
        if (state.papers.filter(({ removed }) => !removed).length >= mostPapers)
          return refuse('cases.too-many-papers', { most: mostPapers });
        return [{ type: 'paper-attached', ...given, on: today, by: actor.id }];
      },
    }),
    'remove-paper': command({
      summary: 'Remove a paper with the reason: its content is destroyed, that it was there stays',
      in: ['open', 'closed'],
      by: 'worker',
      input: fields({ paper: field.id, because: field.prose }),
      about: 'paper',
      decide: (_, given, { today, actor }, { removed }) => (removed ? [] : [{ type: 'paper-removed', ...given, on: today, by: actor.id }]),
    }),
  },
});
