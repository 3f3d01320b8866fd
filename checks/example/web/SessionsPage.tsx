import session from 'virtual:record/outreach.session';
import { useTranslation } from 'react-i18next';
import type { RowOf } from '../../../platform/lists/list.ts';
import { useFieldColumns, useFormat, useSession } from '../../../platform/shell/index.ts';
import { choices, ListPage, useList } from '../../../platform/shell/list/index.ts';
import { Badge, nameColumn } from '../../../platform/ui/index.ts';
import type { sessionList } from '../domain/index.ts';
import { useSessionFields } from './SessionForm.tsx';

export default function SessionsPage() {
  const { t } = useTranslation('outreach');
  const { city } = useSession();
  const { ward } = useFormat();
  const columns = useFieldColumns<RowOf<typeof sessionList>>(session, 'plan', useSessionFields());
  const list = useList<typeof sessionList>({
    path: '/api/outreach/sessions',
    at: '/outreach',
    address: { ward: 'text', status: 'text', since: 'text' },
    search: 'text',
  });
  return (
    <ListPage<typeof sessionList>
      of={list}
      title={t('nav')}
      lead={t('list.lead')}
      add={{ to: '/outreach/new', label: t('act.plan'), may: ['plan', 'outreach.session'] }}
      search={t('session.topic')}
      file={['read', 'outreach.session']}
      filters={[
        {
          label: t('session.ward'),
          options: choices('ward', city.wards, ward),
        },
        {
          label: t('list.status'),
          options: choices('status', ['planned', 'held', 'cancelled'], (one) => t(`status.${one}`)),
        },
        { label: t('list.since'), day: 'since' },
      ]}
      noneFound={t('list.none-found')}
      empty={[t('list.none'), t('list.none-more')]}
      columns={[
        nameColumn({ title: t('session.topic'), to: '/outreach/$id', name: ({ topic }) => topic }),
        ...columns('ward', 'day', 'trainer'),
        { key: 'status', title: t('list.status'), cell: ({ status }) => <Badge>{t(`status.${status}`)}</Badge> },
      ]}
    />
  );
}
