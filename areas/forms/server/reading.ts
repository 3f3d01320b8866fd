import type { Tx } from '../../../platform/database/pool.ts';
import type { Services } from '../../../platform/http/area.ts';
import {
  type Instrument,
  instrumentOf,
  type QuestionnaireState,
  questionnaireRecord,
  shippedQuestionnaires,
  versionNamed,
} from '../domain/index.ts';

/** The id of the record of a questionnaire: a city has one of each name. */
export const questionnaireId = ({ sealing }: Services, city: number, name: string): string =>
  sealing.idFor(city, questionnaireRecord.kind, name);

/** What a city took in of a questionnaire itself; undefined where it uses what Olle brings. */
export const findQuestionnaire = async (services: Services, tx: Tx, name: string): Promise<QuestionnaireState | undefined> =>
  (await services.ledger.find<QuestionnaireState>(tx, tx.city, questionnaireRecord.kind, questionnaireId(services, tx.city, name)))?.state;

/** Every questionnaire that a city has, by name: those Olle brings first, then the city's own. */
export async function allQuestionnaires(services: Services, tx: Tx): Promise<ReadonlyMap<string, QuestionnaireState | undefined>> {
  const { rows } = await tx.query<{ id: string }>('select id from record where city = $1 and kind = $2', [
    tx.city,
    questionnaireRecord.kind,
  ]);
  const found = await services.ledger.findMany<QuestionnaireState>(
    tx,
    tx.city,
    questionnaireRecord.kind,
    rows.map(({ id }) => id),
  );
  // A record under another id than its name's is nobody's questionnaire.
  const own = [...found].filter(([id, { state }]) => id === questionnaireId(services, tx.city, state.questionnaire));
  return new Map<string, QuestionnaireState | undefined>([
    ...shippedQuestionnaires.map(({ content }) => [content.questionnaire, undefined] as const),
    ...own.map(([, { state }]) => [state.questionnaire, state] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
  ]);
}

/** The instrument of a version; undefined where the city has none such. */
export async function findInstrument(services: Services, tx: Tx, name: string, version: string): Promise<Instrument | undefined> {
  const found = versionNamed(await findQuestionnaire(services, tx, name), name, version);
  return found && instrumentOf(found.content);
}
