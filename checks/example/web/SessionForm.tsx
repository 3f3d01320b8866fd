import session from 'virtual:record/outreach.session';
import { useTranslation } from 'react-i18next';
import { organisationChoice } from '../../../areas/partners/web/index.ts';
import { type AskedField, RecordForm } from '../../../platform/shell/index.ts';
import { useRead } from './api.ts';

const useSession = (id: string) => useRead('/api/outreach/session/{id}', { id });

/** What is said of a session before it is held: asked for a new one, and again of one that is there. */
export default function SessionForm() {
  return (
    <RecordForm
      record={session}
      at="/outreach"
      add="plan"
      change="change"
      fields={useSessionFields()}
      useFound={useSession}
      nameOf={({ topic }) => topic}
    />
  );
}

/** The questions, which also say how a page and a list show what was answered. */
export function useSessionFields(): readonly AskedField[] {
  const { t } = useTranslation('outreach');
  return [
    { name: 'topic', label: t('session.topic') },
    { name: 'ward', label: t('session.ward') },
    { name: 'day', label: t('session.day') },
    { name: 'trainer', label: t('session.trainer') },
    { name: 'host', kind: organisationChoice, label: t('session.host') },
    { name: 'phone', label: t('session.phone') },
  ];
}
