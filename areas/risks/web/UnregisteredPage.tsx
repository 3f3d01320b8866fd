import { useTranslation } from 'react-i18next';
import { useFormat, useSession } from '../../../platform/shell/index.ts';
import { choices, ListPage, useList } from '../../../platform/shell/list/index.ts';
import { Link, Name } from '../../../platform/ui/index.ts';
import type { unregisteredList } from '../domain/index.ts';

/** Children whose birth is not registered, for who registers births: why else a child may be at risk is not theirs to know. */
export default function UnregisteredPage() {
  const { t } = useTranslation('risks');
  const { city } = useSession();
  const { age, date, ward: wardName } = useFormat();
  const list = useList<typeof unregisteredList>({
    path: '/api/risks/unregistered',
    at: '/risks/unregistered',
    address: { ward: 'text' },
  });
  return (
    <ListPage<typeof unregisteredList>
      of={list}
      title={t('unregistered.nav')}
      lead={t('unregistered.lead')}
      filters={[{ label: t('list.ward'), options: choices('ward', city.wards, wardName) }]}
      noneFound={t('list.none-narrowed')}
      empty={[t('unregistered.none'), t('list.none-more')]}
      columns={[
        {
          key: 'name',
          title: t('list.name'),
          main: true,
          cell: ({ person, name }) => (
            <Link to="/people/$id" params={{ id: person }}>
              <Name>{name || t('list.no-name')}</Name>
            </Link>
          ),
        },
        { key: 'age', whole: true, title: t('list.age'), cell: ({ born }) => age(born) },
        { key: 'ward', whole: true, title: t('list.ward'), cell: ({ ward }) => ward && <Name>{wardName(ward)}</Name> },
        { key: 'since', whole: true, title: t('unregistered.since'), cell: ({ since }) => date(since) },
      ]}
    />
  );
}
