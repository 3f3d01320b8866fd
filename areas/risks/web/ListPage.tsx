import { useTranslation } from 'react-i18next';
import { Await, useFormat, useSession } from '../../../platform/shell/index.ts';
import { choices, ListPage, useList, type Views, WithViews } from '../../../platform/shell/list/index.ts';
import { Badge, Badges, Bars, LinkButton, Name, nameColumn, Section, Stack } from '../../../platform/ui/index.ts';
import { childColumns, type childList, ruleIds } from '../domain/index.ts';
import { useRead } from './api.ts';

const ages = [
  [0, 4],
  [5, 9],
  [10, 13],
  [14, 17],
] as const;
const statuses = ['new', 'visit-planned', 'seen', 'case', 'not-at-risk'] as const;

const path = '/api/risks/list';

/** Children at risk, as their reader wants to see them. */
export default function ChildrenPage() {
  const { t } = useTranslation('risks');
  return (
    <WithViews path={path} kind="risks.list-views" title={t('nav')}>
      {(views) => <Children views={views} />}
    </WithViews>
  );
}

function Children({ views }: { readonly views: Views | undefined }) {
  const { t } = useTranslation('risks');
  const { may } = useSession();
  const { number, age: ageOf, date, isOver, ward: wardName } = useFormat();
  const counts = useRead('/api/risks/counts', {}, { enabled: may('count', 'risks.child') });
  const list = useList<typeof childList>({
    path,
    at: '/risks',
    address: { ward: 'text', reason: 'text', status: 'text', ageFrom: 'number', ageTo: 'number', mine: 'yes' },
    columns: childColumns,
    views,
  });
  const { ward, reason } = list.narrowing;
  const wards = (counts.data?.wards ?? [])
    .flatMap((one) => one.ward ?? [])
    .sort((a, b) => a.localeCompare(b, undefined, { numeric: true }));
  return (
    <ListPage<typeof childList>
      of={list}
      title={t('nav')}
      lead={t('list.lead')}
      actions={<LinkButton to="/risks/rules">{t('rules.nav')}</LinkButton>}
      filters={[
        {
          label: t('list.ward'),
          options: choices('ward', wards, wardName),
        },
        {
          label: t('list.reason'),
          options: choices('reason', ruleIds, (rule) => t(`rule.${rule}.name`)),
        },
        {
          label: t('list.age'),
          options: ages.map(([ageFrom, ageTo]) => ({
            label: t('list.years', { band: `${ageFrom}-${ageTo}` }),
            narrows: { ageFrom, ageTo },
          })),
        },
        {
          label: t('list.status'),
          any: t('list.on-list'),
          options: choices('status', statuses, (status) => t(`status.${status}`)),
        },
      ]}
      file={['export', 'risks.child']}
      noneFound={t('list.none-narrowed')}
      empty={[t('list.none'), t('list.none-more')]}
      columns={[
        nameColumn({ title: t('list.name'), to: '/risks/$id', name: ({ name }) => name || t('list.no-name') }),
        { key: 'age', whole: true, title: t('list.age'), cell: (child) => ageOf(child.born) },
        { key: 'ward', whole: true, title: t('list.ward'), cell: (child) => child.ward && <Name>{wardName(child.ward)}</Name> },
        {
          key: 'reasons',
          title: t('list.reasons'),
          cell: ({ reasons }) => <Badges of={reasons.map((one) => t(`rule.${one}.name`))} />,
        },
        {
          key: 'status',
          whole: true,
          title: t('list.status'),
          cell: (child) => (
            <>
              <Badge tone={child.status === 'new' ? 'blue' : child.dueOn && isOver(child.dueOn) ? 'orange' : 'plain'}>
                {t(`status.${child.status}`)}
              </Badge>
              {child.dueOn && <div className="small soft">{date(child.dueOn)}</div>}
            </>
          ),
        },
        ...(may('open', 'cases.case')
          ? [
              {
                key: 'act',
                always: true,
                title: t('list.next'),
                cell: ({ id, name, status }: { readonly id: string; readonly name: string; readonly status: string }) =>
                  status !== 'case' && (
                    <LinkButton to={`/risks/${id}/open-case`} label={`${t('child.open-case')}: ${name || t('list.no-name')}`}>
                      {t('child.open-case')}
                    </LinkButton>
                  ),
              },
            ]
          : []),
      ]}
      side={
        <Stack>
          <Section title={t('counts.by-ward', { count: counts.data?.total ?? 0, n: number(counts.data?.total ?? 0) })}>
            <Await of={counts}>
              {({ wards: byWard }) => (
                <Bars
                  bars={byWard
                    .slice(0, 20)
                    .map(({ ward, n }) => ({ key: ward ?? '', label: ward ? wardName(ward) : t('counts.no-ward'), n }))}
                  chosen={ward}
                  onChoose={(chosen) => list.narrow({ ward: chosen ?? undefined })}
                />
              )}
            </Await>
          </Section>
          <Section title={t('counts.by-reason')}>
            <Await of={counts}>
              {({ reasons }) => (
                <Bars
                  bars={reasons.map(({ reason, n }) => ({ key: reason, label: t(`rule.${reason}.name`), n }))}
                  chosen={reason}
                  onChoose={(chosen) => list.narrow({ reason: ruleIds.find((one) => one === chosen) })}
                />
              )}
            </Await>
          </Section>
        </Stack>
      }
    />
  );
}
