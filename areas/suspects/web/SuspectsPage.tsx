import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Rows, useFormat, usePages, useSession } from '../../../platform/shell/index.ts';
import { Badge, Button, Empty, Name, Page, Section, SelectField, Table, TextField } from '../../../platform/ui/index.ts';
import { suspectRoles } from '../domain/index.ts';
import type { SuspectSummary } from './answers.ts';

/** Who is suspected, those in two or more cases first. */
export default function SuspectsPage() {
  // A name stands in no address: it is kept here, and gone with the page.
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  const { t, i18n } = useTranslation(['suspects', 'cases']);
  const { date, number } = useFormat();
  const { may } = useSession();
  const navigate = useNavigate();
  const { role = '', standing = '' } = useSearch({ strict: false }) as { role?: string; standing?: string };
  const narrow = (more: object) =>
    void navigate({
      to: '/suspects',
      replace: true,
      search: Object.fromEntries(Object.entries({ role, standing, ...more }).filter(([, value]) => value)) as never,
    });
  const list = usePages<SuspectSummary>('/api/suspects/list', {
    ...(role ? { role } : {}),
    ...(standing ? { standing } : {}),
    ...(text ? { text } : {}),
  });
  const counts = list.first as { total?: number; networks?: number } | undefined;
  const rolesOf = (roles: readonly string[]) => new Intl.ListFormat(i18n.language).format(roles.map((one) => t(`suspect-role.${one}`)));
  const lead = counts?.total
    ? `${t('suspects.total', { count: counts.total, n: number(counts.total) })} ${t('suspects.networks', { count: counts.networks ?? 0, n: number(counts.networks ?? 0) })}`
    : t('suspects.lead');
  return (
    <Page title={t('suspects.nav')} lead={lead} back={{ to: '/cases', label: t('nav') }}>
      <Section>
        <form
          className="filters"
          onSubmit={(event) => {
            event.preventDefault();
            setText(typed.trim());
          }}
        >
          <TextField label={t('suspects.search')} hint={t('suspects.search-hint')} type="search" value={typed} onChange={setTyped} />
          <Button type="submit">{t('list.search')}</Button>
          {text && (
            <Button
              kind="quiet"
              onPress={() => {
                setTyped('');
                setText('');
              }}
            >
              {t('list.search-end')}
            </Button>
          )}
        </form>
        <div className="filters">
          <SelectField
            label={t('suspects.role')}
            value={role}
            onChange={(value) => narrow({ role: value })}
            options={[['', t('list.any')], ...suspectRoles.map((one) => [one, t(`suspect-role.${one}`)] as const)]}
          />
          {may('clear', 'suspects.suspect') && (
            <SelectField
              label={t('suspects.standing')}
              value={standing}
              onChange={(value) => narrow({ standing: value })}
              options={[
                ['', t('suspects.is-suspected')],
                ['cleared', t('suspects.is-cleared')],
              ]}
            />
          )}
        </div>
        <Rows
          of={list}
          empty={
            <Empty title={t(text || role || standing ? 'suspects.none-such' : 'suspects.none')}>
              {!text && !role && !standing && t('suspects.none-more')}
            </Empty>
          }
        >
          {(rows) => (
            <Table
              caption={t('suspects.nav')}
              rows={rows}
              keyOf={({ id }) => id}
              columns={[
                {
                  key: 'name',
                  title: t('suspects.name'),
                  main: true,
                  cell: (one) => (
                    <Link to="/suspects/$id" params={{ id: one.id } as never}>
                      <Name>{one.names.join(' · ') || t('suspects.no-name')}</Name>
                    </Link>
                  ),
                },
                {
                  key: 'cases',
                  title: t('suspects.cases'),
                  cell: (one) => <Badge tone={one.cases > 1 ? 'orange' : 'plain'}>{t('suspects.in-cases', { count: one.cases })}</Badge>,
                },
                { key: 'roles', title: t('suspects.role'), cell: (one) => rolesOf(one.roles) },
                { key: 'on', whole: true, title: t('suspects.noted-on'), cell: (one) => date(one.notedOn) },
              ]}
            />
          )}
        </Rows>
      </Section>
    </Page>
  );
}
