import { refuse } from '../../../platform/decider/index.ts';
import { type AnyRoute, route } from '../../../platform/http/area.ts';
import { Refused } from '../../../platform/ledger/problems.ts';
import * as contract from '../contract/index.ts';
import { questionnaireRecord, shippedQuestionnaires, versionNamed, versionOn } from '../domain/index.ts';
import { allQuestionnaires, findQuestionnaire, questionnaireId } from './reading.ts';

/** A questionnaire of a thousand questions in ten languages is below this. */
const maxBytes = 4 * 1024 * 1024;

export const questionnaireRoutes: readonly AnyRoute[] = [
  route(contract.listQuestionnaires, async ({ tx, actor: { city }, services }) => {
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
  }),
  route(contract.readVersion, async ({ tx, params: { name, version }, services }) => {
    const found = versionNamed(await findQuestionnaire(services, tx, name), name, version);
    if (!found) throw new Refused(refuse('forms.no-such-version'));
    return { content: found.content };
  }),
  route(
    contract.takeInVersion,
    async ({ tx, actor, body: { commandId, ...input }, services }) => {
      const name = (input.content as { questionnaire?: unknown } | null)?.questionnaire;
      const id = questionnaireId(services, actor.city, typeof name === 'string' ? name : '');
      const [taken] = await services.ledger.runAll(tx, actor, [{ kind: questionnaireRecord.kind, id, name: 'take-in', input, commandId }]);
      return { id, version: taken!.ok ? taken!.version : 0 };
    },
    { bodyLimit: maxBytes },
  ),
];
