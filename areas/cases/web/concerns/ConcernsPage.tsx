import { useTranslation } from 'react-i18next';
import { useFormat, useOffice, useSession } from '../../../../platform/shell/index.ts';
import { choices, Filters, ListTable, useList } from '../../../../platform/shell/list/index.ts';
import { Empty, Link, LinkButton, Name, Page, Section } from '../../../../platform/ui/index.ts';
import { type concernList, concernStatuses } from '../../domain/index.ts';

/** Concerns that wait for somebody to take them up, the oldest first. */
export default function ConcernsPage() {
  const { t } = useTranslation('cases');
  const { may } = useSession();
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
    <Page
      title={t('concerns.nav')}
      lead={t('concerns.lead')}
      actions={
        may('raise', 'cases.concern') && (
          <LinkButton kind="primary" to="/cases/concerns/new">
            {t('concerns.raise')}
          </LinkButton>
        )
      }
    >
      <Section>
        <div className="filters">
          <Filters
            of={list}
            fields={[
              {
                label: t('concerns.status'),
                any: '',
                options: choices(
                  'status',
                  concernStatuses.map((one) => [one, t(`concerns.is-${one}`)]),
                ),
              },
            ]}
          />
        </div>
        <ListTable
          of={list}
          caption={t('concerns.nav')}
          noneFound={t('concerns.none')}
          empty={<Empty title={t('concerns.none')} />}
          columns={[
            {
              key: 'name',
              title: t('case.child'),
              main: true,
              cell: (one) => (
                <Link to="/cases/concerns/$id" params={{ id: one.id }}>
                  <Name>{one.name || t('case.no-name')}</Name>
                </Link>
              ),
            },
            { key: 'source', title: t('case.source'), cell: (one) => t(`source.${one.source}`) },
            { key: 'ward', title: t('case.ward'), cell: (one) => one.ward && <Name>{ward(one.ward)}</Name> },
            { key: 'on', title: t('concerns.raised'), cell: (one) => `${date(one.raisedOn)} · ${nameOf(one.raisedBy)}` },
          ]}
        />
      </Section>
    </Page>
  );
}
