import { useTranslation } from 'react-i18next';
import { useFormat, useOffice } from '../../../../platform/shell/index.ts';
import { choices, ListPage, useList } from '../../../../platform/shell/list/index.ts';
import { Name, nameColumn } from '../../../../platform/ui/index.ts';
import { type concernList, concernStatuses } from '../../domain/index.ts';

/** Concerns that wait for somebody to take them up, the oldest first. */
export default function ConcernsPage() {
  const { t } = useTranslation('cases');
  const { nameOf } = useOffice();
  const { date, ward } = useFormat();
  const list = useList<typeof concernList>({
    path: '/api/cases/concerns/list',
    at: '/cases/concerns',
    address: { status: 'text' },
    which: ['status'],
    usual: { status: 'open' },
  });
  return (
    <ListPage<typeof concernList>
      of={list}
      title={t('concerns.nav')}
      lead={t('concerns.lead')}
      add={{ to: '/cases/concerns/new', label: t('concerns.raise'), may: ['raise', 'cases.concern'] }}
      filters={[{ label: t('concerns.status'), any: '', options: choices('status', concernStatuses, (one) => t(`concerns.is-${one}`)) }]}
      noneFound={t('concerns.none')}
      empty={[t('concerns.none')]}
      columns={[
        nameColumn({ title: t('case.child'), to: '/cases/concerns/$id', name: ({ name }) => name || t('case.no-name') }),
        { key: 'source', title: t('case.source'), cell: (one) => t(`source.${one.source}`) },
        { key: 'ward', title: t('case.ward'), cell: (one) => one.ward && <Name>{ward(one.ward)}</Name> },
        { key: 'on', title: t('concerns.raised'), cell: (one) => `${date(one.raisedOn)} · ${nameOf(one.raisedBy)}` },
      ]}
    />
  );
}
