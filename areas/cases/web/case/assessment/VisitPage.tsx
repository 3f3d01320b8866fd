import { useTranslation } from 'react-i18next';
import { Await, useParam } from '../../../../../platform/shell/index.ts';
import { Empty } from '../../../../../platform/ui/index.ts';
import { useQuestionnaires } from '../../../../forms/web/index.ts';
import { AnswerOf } from './AnswerPage.tsx';

/** A planned visit is written down: the city's questionnaire of visits is answered under the visit's own id. */
export default function VisitPage() {
  const { t } = useTranslation('forms');
  const id = useParam('visit');
  return (
    <Await of={useQuestionnaires()}>
      {({ rows }) => {
        const row = rows.find(({ purpose, inForce }) => purpose === 'visit' && inForce !== null);
        return row ? <AnswerOf questionnaire={row.questionnaire} id={id} /> : <Empty title={t('problem.no-such-version')} />;
      }}
    </Await>
  );
}
