import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Rows, useFormat, useOffice, usePages, useSession } from '../../../../platform/shell/index.ts';
import { Empty, LinkButton, Name, Page, Section, SelectField, Table } from '../../../../platform/ui/index.ts';
import type { ConcernSummary } from '../answers.ts';

const statuses = ['open', 'accepted', 'dismissed'] as const;

/** Concerns that wait for somebody to take them up, the oldest first. */
export default function ConcernsPage() {
  const { t } = useTranslation('cases');
  const { may } = useSession();
  const { nameOf } = useOffice();
  const { date, ward } = useFormat();
  const navigate = useNavigate();
  const { status = 'open' } = useSearch({ strict: false }) as { status?: string };
  const list = usePages<ConcernSummary>('/api/cases/concerns/list', { status });
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
          <SelectField
            label={t('concerns.status')}
            value={status}
            onChange={(chosen) => void navigate({ to: '/cases/concerns', replace: true, search: { status: chosen } as never })}
            options={statuses.map((one) => [one, t(`concerns.is-${one}`)] as const)}
          />
        </div>
        <Rows of={list} empty={<Empty title={t('concerns.none')} />}>
          {(rows) => (
            <Table
              caption={t('concerns.nav')}
              rows={rows}
              keyOf={({ id }) => id}
              columns={[
                {
                  key: 'name',
                  title: t('case.child'),
                  main: true,
                  cell: (one) => (
                    <Link to="/cases/concerns/$id" params={{ id: one.id } as never}>
                      <Name>{one.name || t('case.no-name')}</Name>
                    </Link>
                  ),
                },
                { key: 'source', title: t('case.source'), cell: (one) => t(`source.${one.source}`) },
                { key: 'ward', title: t('case.ward'), cell: (one) => one.ward && <Name>{ward(one.ward)}</Name> },
                { key: 'on', title: t('concerns.raised'), cell: (one) => `${date(one.raisedOn)} · ${nameOf(one.raisedBy)}` },
              ]}
            />
          )}
        </Rows>
      </Section>
    </Page>
  );
}
