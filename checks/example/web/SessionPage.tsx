import session from 'virtual:record/outreach.session';
import { useTranslation } from 'react-i18next';
import { FieldFacts, RecordHistory, RecordPage, useFormat, useParam } from '../../../platform/shell/index.ts';
import { Badge, Facts, Name, Section } from '../../../platform/ui/index.ts';
import { useRead } from './api.ts';
import { useSessionFields } from './SessionForm.tsx';

export default function SessionPage() {
  const { t } = useTranslation('outreach');
  const { number } = useFormat();
  const id = useParam('id');
  const fields = useSessionFields();
  return (
    <RecordPage
      of={useRead('/api/outreach/session/{id}', { id })}
      record={session}
      head={({ topic, status }) => ({
        title: <Name>{topic}</Name>,
        windowTitle: t('session.title'),
        back: { to: '/outreach', label: t('nav') },
        marks: <Badge tone={status === 'planned' ? 'blue' : 'plain'}>{t(`status.${status}`)}</Badge>,
        prints: true,
        edit: { command: 'change', to: `/outreach/${id}/edit` },
        acts: [
          {
            name: 'hold',
            fields: [
              { name: 'present', label: t('session.present') },
              { name: 'notes', label: t('session.notes') },
            ],
          },
          { name: 'cancel', grave: true, fields: [{ name: 'because', label: t('session.because') }] },
        ],
      })}
    >
      {(found) => (
        <>
          <Section>
            <FieldFacts record={session} command="plan" fields={fields} of={found} />
            <Facts facts={[[t('session.present'), found.present === null ? null : number(found.present)]]} />
          </Section>
          <RecordHistory kind={session.kind} id={id} />
        </>
      )}
    </RecordPage>
  );
}
