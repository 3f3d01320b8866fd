import { Type } from 'typebox';
import { fields, Id, IsoDate, Line, Maybe, refuse } from '../../../platform/decider/index.ts';
import { type AnyRoute, route } from '../../../platform/http/area.ts';
import { Refused } from '../../../platform/ledger/problems.ts';
import { questionnaireRecord, shippedQuestionnaires, versionNamed, versionOn } from '../domain/index.ts';
import { allQuestionnaires, findQuestionnaire, questionnaireId } from './reading.ts';

const Words = Type.Record(Type.String(), Type.String());
const Name = Type.String({ pattern: '^[a-z0-9][a-z0-9.-]{0,39}$' });
/** A questionnaire of a thousand questions in ten languages is below this. */
const mostBytes = 4 * 1024 * 1024;

export const questionnaireRoutes: readonly AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/forms/questionnaires',
    summary: 'The questionnaires of the city, the version of each that holds today, those of before and those to come',
    may: ['read', 'forms.questionnaire'],
    answer: Type.Object({
      rows: Type.Array(
        Type.Object({
          id: Type.String(),
          questionnaire: Type.String(),
          purpose: Type.String(),
          title: Words,
          languages: Type.Array(Type.String()),
          /** The version that holds today; null where the first is still to come. */
          inForce: Maybe(Type.String()),
          versions: Type.Array(
            Type.Object({
              version: Type.String(),
              from: Type.String(),
              setOn: Maybe(Type.String()),
              by: Maybe(Type.String()),
              because: Maybe(Type.String()),
            }),
          ),
        }),
      ),
    }),
    async handle({ tx, actor: { city }, services }) {
      const today = await services.ledger.today(tx, city);
      const all = await allQuestionnaires(services, tx);
      return {
        rows: [...all].flatMap(([questionnaire, state]) => {
          const shipped = shippedQuestionnaires.filter(({ content }) => content.questionnaire === questionnaire);
          const versions = [
            ...shipped.map((version) => ({ ...version, setOn: null, by: null, because: null })),
            ...(state?.versions ?? []),
          ].reverse();
          const holds = versionOn(state, questionnaire, today);
          const shown = holds?.content ?? versions[0]?.content;
          // All that was taken in was withdrawn again.
          if (!shown) return [];
          return [
            {
              id: questionnaireId(services, city, questionnaire),
              questionnaire,
              purpose: shown.purpose,
              title: shown.title,
              languages: [...shown.languages],
              inForce: holds?.content.version ?? null,
              versions: versions.map(({ from, content, setOn, by, because }) => ({ version: content.version, from, setOn, by, because })),
            },
          ];
        }),
      };
    },
  }),
  route({
    method: 'GET',
    path: '/api/forms/questionnaires/{name}/{version}',
    summary: 'A version of a questionnaire as it was written',
    may: ['read', 'forms.questionnaire'],
    params: Type.Object({ name: Name, version: Name }),
    answer: Type.Object({ content: Type.Unknown() }),
    async handle({ tx, params: { name, version }, services }) {
      const found = versionNamed(await findQuestionnaire(services, tx, name), name, version);
      if (!found) throw new Refused(refuse('cases.no-such-version'));
      return { content: found.content };
    },
  }),
  route({
    method: 'POST',
    path: '/api/forms/questionnaires',
    summary: 'Take in a version of a questionnaire, of whatever name, from a day on',
    may: ['take-in', 'forms.questionnaire'],
    bodyLimit: mostBytes,
    body: fields({ commandId: Id, from: IsoDate, because: Line, content: Type.Unknown() }),
    answer: Type.Object({ id: Id, version: Type.Integer() }),
    async handle({ tx, actor, body: { commandId, ...input }, services }) {
      const name = (input.content as { questionnaire?: unknown } | null)?.questionnaire;
      const id = questionnaireId(services, actor.city, typeof name === 'string' ? name : '');
      const [taken] = await services.ledger.runAll(tx, actor, [{ kind: questionnaireRecord.kind, id, name: 'take-in', input, commandId }]);
      return { id, version: taken!.ok ? taken!.version : 0 };
    },
  }),
];
