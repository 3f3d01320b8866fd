import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuidv7 } from 'uuid';
import { Await, useParam } from '../../../../../platform/shell/index.ts';
import { Empty, useNavigate } from '../../../../../platform/ui/index.ts';
import { useQuestionnaires } from '../../../../forms/web/index.ts';
import { useRead } from '../../api.ts';

/** Leads to the city's assessment of needs: to the answers that were begun, or to new ones. */
export default function AssessPage() {
  const { t } = useTranslation('forms');
  const id = useParam('id');
  const questionnaires = useQuestionnaires();
  return (
    <Await of={useRead('/api/cases/case/{id}/assessment', { id })}>
      {({ drafts }) => (
        <Await of={questionnaires}>
          {({ rows }) => {
            const row = rows.find(({ purpose, inForce }) => purpose === 'assessment' && inForce !== null);
            if (!row) return <Empty title={t('problem.no-such-version')} />;
            const begun = drafts.find(({ questionnaire }) => questionnaire === row.questionnaire);
            return <Lead id={id} questionnaire={row.questionnaire} answering={begun?.id} />;
          }}
        </Await>
      )}
    </Await>
  );
}

function Lead({
  id,
  questionnaire,
  answering,
}: {
  readonly id: string;
  readonly questionnaire: string;
  readonly answering: string | undefined;
}) {
  const navigate = useNavigate();
  const [to] = useState(() => answering ?? uuidv7());
  useEffect(() => {
    void navigate({
      to: '/cases/$id/assessment/$questionnaire/$answering',
      params: { id, questionnaire, answering: to },
      replace: true,
    });
  }, [navigate, id, questionnaire, to]);
  return null;
}
