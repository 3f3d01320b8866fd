import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { choices, Filters, ListTable, SearchField, useFormat, useList, useSession } from '../../../platform/shell/index.ts';
import { Badge, Badges, Empty, LinkButton, Name, Page, Section } from '../../../platform/ui/index.ts';
import { type organisationList, serviceGroups } from '../domain/index.ts';
import { OrganisationFound } from './OrganisationPage.tsx';
import { StateBadges } from './StateBadges.tsx';

/** The directory; a partner's user finds his own organisation here. */
export default function ListPage() {
  const { user } = useSession();
  return user.organisation ? <OrganisationFound id={user.organisation} /> : <Directory />;
}

function Directory() {
  const { t } = useTranslation('partners');
  const { city, may } = useSession();
  const { number, ward } = useFormat();
  const list = useList<typeof organisationList>({
    path: '/api/partners/list',
    at: '/partners',
    address: { service: 'text', ward: 'text', open: 'yes', status: 'text' },
    search: 'text',
  });
  return (
    <Page
      title={t('nav')}
      lead={list.total ? t('list.total', list.total) : t('list.lead')}
      actions={
        may('add', 'partners.organisation') && (
          <LinkButton kind="primary" to="/partners/new">
            {t('act.add')}
          </LinkButton>
        )
      }
    >
      <Section>
        <div className="filters">
          <SearchField of={list} label={t('list.text')} />
          <Filters
            of={list}
            fields={[
              {
                label: t('list.service'),
                options: Object.values(serviceGroups).flatMap((group) =>
                  choices(
                    'service',
                    group.map((one) => [one, t(`service.${one}`)]),
                  ),
                ),
              },
              {
                label: t('list.ward'),
                options: choices(
                  'ward',
                  city.wards.map((code) => [code, ward(code)]),
                ),
              },
              {
                label: t('list.which'),
                any: t('list.active'),
                options: [
                  { label: t('list.now'), narrows: { open: true } },
                  { label: t('list.closed'), narrows: { status: 'closed' } },
                ],
              },
            ]}
          />
        </div>
        <ListTable
          of={list}
          caption={t('nav')}
          noneFound={t('list.none-found')}
          empty={<Empty title={t('list.none')}>{t('list.none-more')}</Empty>}
          columns={[
            {
              key: 'name',
              title: t('organisation.name'),
              main: true,
              cell: (one) => (
                <>
                  <Link to="/partners/$id" params={{ id: one.id } as never}>
                    <Name>{one.name}</Name>
                  </Link>
                  {one.otherNames[0] && (
                    <div className="soft small">
                      <Name>{one.otherNames[0]}</Name>
                    </div>
                  )}
                </>
              ),
            },
            { key: 'category', title: t('organisation.category'), cell: (one) => t(`category.${one.category}`) },
            {
              key: 'services',
              title: t('organisation.services'),
              cell: (one) => (
                <Badges>
                  {one.services.slice(0, 4).map((service) => (
                    <Badge key={service}>{t(`service.${service}`)}</Badge>
                  ))}
                  {one.services.length > 4 && (
                    <span className="soft small">{t('list.and-more', { n: number(one.services.length - 4) })}</span>
                  )}
                </Badges>
              ),
            },
            {
              key: 'places',
              title: t('organisation.free'),
              cell: (one) =>
                one.places !== null &&
                t('organisation.free-of', { free: number(Math.max(0, one.places - one.taken)), places: number(one.places) }),
            },
            {
              key: 'state',
              title: t('organisation.now'),
              cell: (one) => <StateBadges of={one} />,
            },
          ]}
        />
      </Section>
    </Page>
  );
}
