import { useTranslation } from 'react-i18next';
import { Await, useFormat, useOffice, useSession } from '../../../../platform/shell/index.ts';
import { Badge, Empty, Link, Name, Page, Section, Table } from '../../../../platform/ui/index.ts';
import { useRead } from '../api.ts';

type Rows = NonNullable<ReturnType<typeof useRead<'/api/cases/emergency-access'>>['data']>['rows'];

/** Who opened cases of others in an emergency: which wait to be reviewed, and what was found of those of the last month. */
export default function EmergencyAccessPage() {
  const { t } = useTranslation('cases');
  return (
    <Page title={t('emergency-access.heading')} lead={t('emergency-access.lead')} back={{ to: '/', label: t('shell:today.nav') }}>
      <Await of={useRead('/api/cases/emergency-access')}>
        {({ rows }) => (rows.length > 0 ? <Accesses rows={rows} /> : <Empty title={t('emergency-access.none')} />)}
      </Await>
    </Page>
  );
}

function Accesses({ rows }: { readonly rows: Rows }) {
  const { t } = useTranslation('cases');
  const { moment, date, isOver } = useFormat();
  const { nameOf } = useOffice();
  const { may } = useSession();
  return (
    <Section>
      <Table
        caption={t('emergency-access.heading')}
        rows={rows}
        keyOf={({ case: file, id }) => `${file}${id}`}
        columns={[
          {
            key: 'who',
            title: t('emergency-access.who'),
            main: true,
            cell: (one) =>
              may('read', 'cases.case') ? (
                <Link to="/cases/$id" params={{ id: one.case }}>
                  <Name>{nameOf(one.by)}</Name>
                </Link>
              ) : (
                <Name>{nameOf(one.by)}</Name>
              ),
          },
          { key: 'case', title: t('emergency-access.case'), whole: true, cell: (one) => <code>{one.case.slice(-6).toUpperCase()}</code> },
          {
            key: 'when',
            title: t('emergency-access.when'),
            cell: (one) => t('emergency-access.from-to', { from: moment(one.at), to: moment(one.until) }),
          },
          {
            key: 'found',
            title: t('emergency-access.verdict'),
            cell: (one) =>
              one.justified === null ? (
                <Badge tone={isOver(one.reviewDue) ? 'orange' : 'blue'}>
                  {t('emergency-access.wait-until', { date: date(one.reviewDue) })}
                </Badge>
              ) : (
                <Badge tone={one.justified ? 'plain' : 'orange'}>
                  {t(one.justified ? 'emergency-access.justified' : 'emergency-access.not-justified')}
                </Badge>
              ),
          },
        ]}
      />
    </Section>
  );
}
