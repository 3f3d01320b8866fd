import { useTranslation } from 'react-i18next';
import { type Act, useOffice, useSession } from '../../../platform/shell/index.ts';

/** What is asked for each act on a child: a planned visit, having seen the child, or a judgement with its reason. */
export function useChildActs(): readonly Act[] {
  const { t } = useTranslation('risks');
  const { user, city } = useSession();
  const { workers } = useOffice();
  return [
    {
      name: 'plan-visit',
      held: { worker: user.id },
      fields: [
        { name: 'on', kind: 'day', label: t('act.visit-on'), min: city.today, required: true },
        {
          name: 'worker',
          kind: 'pick',
          label: t('act.who'),
          options: (workers.length > 0 ? workers : [user]).map(({ id, name }) => [id, name]),
          required: true,
        },
      ],
    },
    {
      name: 'see',
      held: { on: city.today },
      fields: [
        { name: 'on', kind: 'day', label: t('act.seen-on'), max: city.today, required: true },
        { name: 'note', label: t('act.note'), hint: t('act.note-hint') },
      ],
    },
    { name: 'judge-not-at-risk', about: t('act.judge-lead'), fields: [{ name: 'because', label: t('act.because') }] },
  ];
}
