import { useTranslation } from 'react-i18next';
import { useFormat, useSession } from '../../../platform/shell/index.ts';
import { choices, ListPage, useList } from '../../../platform/shell/list/index.ts';
import { Badge, nameColumn } from '../../../platform/ui/index.ts';
import { type suspectList, suspectRoles } from '../domain/index.ts';

/** Who is suspected, those in two or more cases first. */
export default function SuspectsPage() {
  const { t, i18n } = useTranslation(['suspects', 'cases']);
  const { date, number } = useFormat();
  const { may } = useSession();
  const list = useList<typeof suspectList>({
    path: '/api/suspects/list',
    at: '/suspects',
    address: { role: 'text', standing: 'text' },
    search: 'text',
  });
  const networks = list.first?.networks ?? 0;
  const rolesOf = (roles: readonly string[]) => new Intl.ListFormat(i18n.language).format(roles.map((one) => t(`suspect-role.${one}`)));
  const lead = list.total?.count
    ? `${t('suspects.total', list.total)} ${t('suspects.networks', { count: networks, n: number(networks) })}`
    : t('suspects.lead');
  const standing = {
    label: t('suspects.standing'),
    any: t('standing.suspected'),
    options: choices<typeof suspectList>('standing', ['cleared'], () => t('standing.cleared')),
  };
  return (
    <ListPage<typeof suspectList>
      of={list}
      title={t('suspects.nav')}
      lead={lead}
      back={{ to: '/cases', label: t('nav') }}
      search={t('suspects.search')}
      searchHint={t('suspects.search-hint')}
      filters={[
        { label: t('suspect.suspect-role'), options: choices('role', suspectRoles, (one) => t(`suspect-role.${one}`)) },
        ...(may('clear', 'suspects.suspect') ? [standing] : []),
      ]}
      noneFound={t('suspects.none-such')}
      empty={[t('suspects.none'), t('suspects.none-more')]}
      columns={[
        nameColumn({ title: t('suspects.name'), to: '/suspects/$id', name: ({ names }) => names.join(' · ') || t('suspects.no-name') }),
        {
          key: 'cases',
          title: t('suspects.cases'),
          cell: (one) => <Badge tone={one.cases > 1 ? 'orange' : 'plain'}>{t('suspects.in-cases', { count: one.cases })}</Badge>,
        },
        { key: 'roles', title: t('suspect.suspect-role'), cell: (one) => rolesOf(one.roles) },
        { key: 'on', whole: true, title: t('suspects.noted-on'), cell: (one) => date(one.notedOn) },
      ]}
    />
  );
}
