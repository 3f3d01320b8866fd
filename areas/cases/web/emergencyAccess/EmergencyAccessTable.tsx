import { useTranslation } from 'react-i18next';
import { useFormat, useOffice, useSession } from '../../../../platform/shell/index.ts';
import { Badge, Link, Name, Section, Table } from '../../../../platform/ui/index.ts';
import type { useRead } from '../api.ts';

export type EmergencyAccessRows = NonNullable<ReturnType<typeof useRead<'/api/cases/emergency-access'>>['data']>['rows'];

/** Emergency access, one row each. */
export default function EmergencyAccessTable({ rows }: { readonly rows: EmergencyAccessRows }) {
  const { t } = useTranslation('cases');
  const { moment, date, isOver } = useFormat();
  const { nameOf } = useOffice();
  const { may } = useSession();
  return (
    <Section title={t('emergency-access.heading')}>
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
