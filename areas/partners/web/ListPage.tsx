import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Rows, useFormat, usePages, useSession } from '../../../platform/shell/index.ts';
import { Badge, Badges, Empty, LinkButton, Name, Page, Section, SelectField, Table, TextField } from '../../../platform/ui/index.ts';
import { serviceGroups } from '../domain/index.ts';
import type { ListedOrganisation } from './answers.ts';
import { OrganisationFound } from './OrganisationPage.tsx';
import { StateBadges } from './StateBadges.tsx';

/** What the list is narrowed to; in the address. What is typed of a name is not. */
interface Narrowed {
  readonly service?: string;
  readonly ward?: string;
  readonly which?: string;
}
const which = { active: {}, now: { open: true }, closed: { status: 'closed' } } as const;

/** The directory; a partner's user finds his own organisation here. */
export default function ListPage() {
  const { user } = useSession();
  return user.organisation ? <OrganisationFound id={user.organisation} /> : <Directory />;
}

function Directory() {
  const { t } = useTranslation('partners');
  const { city, may } = useSession();
  const { number, ward } = useFormat();
  const navigate = useNavigate();
  const narrowed = useSearch({ strict: false }) as Narrowed;
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const narrow = (more: Narrowed) =>
    void navigate({
      to: '/partners',
      replace: true,
      search: Object.fromEntries(Object.entries({ ...narrowed, ...more }).filter(([, value]) => value)) as never,
    });
  const list = usePages<ListedOrganisation>('/api/partners/list', {
    ...(asked ? { text: asked } : {}),
    ...(narrowed.service ? { service: narrowed.service } : {}),
    ...(narrowed.ward ? { ward: String(narrowed.ward) } : {}),
    ...(narrowed.which && narrowed.which in which ? which[narrowed.which as keyof typeof which] : {}),
  });
  const total = (list.first as { total?: number } | undefined)?.total;
  const isNarrowed = asked !== '' || Object.keys(narrowed).length > 0;
  return (
    <Page
      title={t('nav')}
      lead={total === undefined ? t('list.lead') : t('list.total', { count: total, n: number(total) })}
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
          <TextField label={t('list.text')} type="search" value={text} onChange={setText} grow />
          <SelectField
            label={t('list.service')}
            value={narrowed.service ?? ''}
            onChange={(service) => narrow({ service })}
            options={[
              ['', t('list.any')],
              ...Object.values(serviceGroups).flatMap((group) => group.map((one) => [one, t(`service.${one}`)] as const)),
            ]}
          />
          <SelectField
            label={t('list.ward')}
            value={String(narrowed.ward ?? '')}
            onChange={(code) => narrow({ ward: code })}
            options={[['', t('list.any')], ...city.wards.map((code) => [code, ward(code)] as const)]}
          />
          <SelectField
            label={t('list.which')}
            value={narrowed.which ?? 'active'}
            onChange={(which) => narrow({ which: which === 'active' ? '' : which })}
            options={Object.keys(which).map((key) => [key, t(`list.${key}`)] as const)}
          />
        </div>
        <Rows
          of={list}
          empty={
            isNarrowed ? (
              <Empty title={t('list.none-found')}>{t('list.none-found-more')}</Empty>
            ) : (
              <Empty title={t('list.none')}>{t('list.none-more')}</Empty>
            )
          }
        >
          {(rows) => (
            <Table
              caption={t('nav')}
              rows={rows}
              keyOf={({ id }) => id}
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
          )}
        </Rows>
      </Section>
    </Page>
  );
}
