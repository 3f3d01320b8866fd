import { useTranslation } from 'react-i18next';
import { useFormat, useOffice } from '../../../../platform/shell/index.ts';
import { choices, ListPage, useList, type Views, WithViews } from '../../../../platform/shell/list/index.ts';
import { Name, nameColumn } from '../../../../platform/ui/index.ts';
import { concernColumns, type concernList, concernStatuses, sources } from '../../domain/index.ts';

const path = '/api/cases/concerns/list';

/** Concerns that wait for somebody to take them up, the oldest first, as their reader wants to see them. */
export default function ConcernsPage() {
  const { t } = useTranslation('cases');
  return (
    <WithViews path={path} kind="cases.concern-views" title={t('concerns.nav')}>
      {(views) => <Concerns views={views} />}
    </WithViews>
  );
}

function Concerns({ views }: { readonly views: Views | undefined }) {
  const { t } = useTranslation('cases');
  const { nameOf } = useOffice();
  const { date, ward } = useFormat();
  const list = useList<typeof concernList>({
    path,
    at: '/cases/concerns',
    address: { status: 'text', source: 'text', ward: 'text' },
    which: ['status'],
    usual: { status: 'open' },
    counts: true,
    columns: concernColumns,
    views,
  });
  return (
    <ListPage<typeof concernList>
      of={list}
      title={t('concerns.nav')}
      lead={t('concerns.lead')}
      add={{ to: '/cases/concerns/new', label: t('concerns.raise'), may: ['raise', 'cases.concern'] }}
      filters={[
        { label: t('concerns.status'), any: '', options: choices('status', concernStatuses, (one) => t(`concerns.is-${one}`)) },
        { label: t('case.source'), options: choices('source', sources, (one) => t(`source.${one}`)) },
        { label: t('case.ward'), options: choices('ward', list.found('ward'), ward) },
      ]}
      noneFound={t('concerns.none')}
      empty={[t('concerns.none')]}
      columns={[
        nameColumn({ title: t('case.child'), to: '/cases/concerns/$id', name: ({ name }) => name || t('case.no-name') }),
        { key: 'source', title: t('case.source'), cell: (one) => t(`source.${one.source}`) },
        { key: 'ward', title: t('case.ward'), cell: (one) => one.ward && <Name>{ward(one.ward)}</Name> },
        { key: 'raised', title: t('concerns.raised'), cell: (one) => `${date(one.raisedOn)} · ${nameOf(one.raisedBy)}` },
      ]}
    />
  );
}
