import organisation from 'virtual:record/partners.organisation';
import { useTranslation } from 'react-i18next';
import type { RowOf } from '../../../platform/lists/list.ts';
import { useFieldColumns, useFormat, useSession } from '../../../platform/shell/index.ts';
import { choices, ListPage, useList } from '../../../platform/shell/list/index.ts';
import { Badge, Badges, Link, Name } from '../../../platform/ui/index.ts';
import { type organisationList, serviceGroups } from '../domain/index.ts';
import { useProfileFields } from './OrganisationForm.tsx';
import { OrganisationFound, StateBadges } from './OrganisationPage.tsx';

/** The directory; a partner's user finds their own organisation here. */
export default function PartnersPage() {
  const { user } = useSession();
  return user.organisation ? <OrganisationFound id={user.organisation} /> : <Directory />;
}

function Directory() {
  const { t } = useTranslation('partners');
  const { city } = useSession();
  const { number, ward } = useFormat();
  const columns = useFieldColumns<RowOf<typeof organisationList>>(organisation, 'add', useProfileFields());
  const list = useList<typeof organisationList>({
    path: '/api/partners/list',
    at: '/partners',
    address: { service: 'text', ward: 'text', open: 'yes', status: 'text' },
    search: 'text',
  });
  const services = Object.values(serviceGroups).flat();
  return (
    <ListPage<typeof organisationList>
      of={list}
      title={t('nav')}
      lead={list.total ? t('list.total', list.total) : t('list.lead')}
      add={{ to: '/partners/new', label: t('act.add'), may: ['add', 'partners.organisation'] }}
      search={t('list.text')}
      filters={[
        {
          label: t('list.service'),
          options: choices('service', services, (one) => t(`service.${one}`)),
        },
        {
          label: t('list.ward'),
          options: choices('ward', city.wards, ward),
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
      file={['read', 'partners.organisation']}
      noneFound={t('list.none-found')}
      empty={[t('list.none'), t('list.none-more')]}
      columns={[
        {
          key: 'name',
          title: t('organisation.name'),
          main: true,
          cell: (one) => (
            <>
              <Link to="/partners/$id" params={{ id: one.id }}>
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
        ...columns('category'),
        {
          key: 'services',
          title: t('organisation.services'),
          cell: ({ services: offered }) => (
            <Badges>
              {offered.slice(0, 4).map((service) => (
                <Badge key={service}>{t(`service.${service}`)}</Badge>
              ))}
              {offered.length > 4 && <span className="soft small">{t('list.and-more', { n: number(offered.length - 4) })}</span>}
            </Badges>
          ),
        },
        {
          key: 'places',
          title: t('organisation.free'),
          cell: ({ places, taken }) =>
            places !== null && t('organisation.free-of', { free: number(Math.max(0, places - taken)), places: number(places) }),
        },
        { key: 'state', title: t('organisation.now'), cell: (one) => <StateBadges of={one} /> },
      ]}
    />
  );
}
