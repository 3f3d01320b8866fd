import { useTranslation } from 'react-i18next';
import { Await, useFormat, useOffice, useSession } from '../../../platform/shell/index.ts';
import { Badge, Empty, Link, LinkButton, Name, Page, Section, Table } from '../../../platform/ui/index.ts';
import { useRead } from './api.ts';

/** Erasures: those that wait, then those that were decided. Nobody is named in the list. */
export default function ErasuresPage() {
  const { t } = useTranslation('protection');
  const { date } = useFormat();
  const { nameOf } = useOffice();
  const { may } = useSession();
  const erasures = useRead('/api/protection/erasures');
  const asks = may('ask', 'protection.erasure');
  return (
    <Page
      title={t('nav')}
      lead={t(asks ? 'list.lead' : 'list.lead-second')}
      actions={
        asks && (
          <LinkButton kind="primary" to="/people">
            {t('list.find')}
          </LinkButton>
        )
      }
    >
      <Section title={t('list.title')}>
        <Await of={erasures}>
          {({ rows }) =>
            rows.length === 0 ? (
              <Empty title={t('list.none')} />
            ) : (
              <Table
                caption={t('list.title')}
                rows={rows}
                keyOf={({ id }) => id}
                columns={[
                  {
                    key: 'ground',
                    title: t('erase.ground'),
                    main: true,
                    cell: ({ id, ground }) => (
                      <Link to="/protection/$id" params={{ id }}>
                        {t(`ground.${ground}`)}
                      </Link>
                    ),
                  },
                  {
                    key: 'status',
                    title: t('list.status'),
                    cell: ({ status }) => <Badge tone={status === 'asked' ? 'orange' : 'plain'}>{t(`status.${status}`)}</Badge>,
                  },
                  { key: 'by', title: t('erasure.asked-by'), cell: ({ askedBy }) => askedBy && <Name>{nameOf(askedBy)}</Name> },
                  { key: 'on', title: t('erasure.asked-on'), whole: true, cell: ({ askedOn }) => askedOn && date(askedOn) },
                  { key: 'settled', title: t('erasure.settled-on'), whole: true, cell: ({ settledOn }) => settledOn && date(settledOn) },
                ]}
              />
            )
          }
        </Await>
      </Section>
    </Page>
  );
}
