import organisation from 'virtual:record/partners.organisation';
import { useTranslation } from 'react-i18next';
import type { RowOf } from '../../../platform/lists/list.ts';
import { useFieldColumns, useFormat, useSession } from '../../../platform/shell/index.ts';
import { choices, ListPage, useList } from '../../../platform/shell/list/index.ts';
import { Badges, Name, nameColumn } from '../../../platform/ui/index.ts';
import { type organisationList, services } from '../domain/index.ts';
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
  return (
    <ListPage<typeof organisationList>
      of={list}
      title={t('nav')}
      lead={list.total ? t('list.total', list.total) : t('list.lead')}
      add={{ to: '/partners/new', label: t('act.add'), may: ['add', 'partners.organisation'] }}
      search={t('list.text')}
      filters={[
        { label: t('list.service'), options: choices('service', services, (one) => t(`service.${one}`)) },
        { label: t('list.ward'), options: choices('ward', city.wards, ward) },
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
        nameColumn({
          title: t('organisation.name'),
          to: '/partners/$id',
          name: ({ name }) => name,
          below: ({ otherNames: [other] }) =>
            other && (
              <div className="soft small">
                <Name>{other}</Name>
              </div>
            ),
        }),
        ...columns('category'),
        {
          key: 'services',
          title: t('organisation.services'),
          cell: ({ services: offered }) => (
            <Badges of={offered.slice(0, 4).map((one) => t(`service.${one}`))}>
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
